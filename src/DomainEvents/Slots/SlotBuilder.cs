using DomainEvents.Binding;
using DomainEvents.CompilerServices;
using DomainEvents.Pipelines;
using DomainEvents.Subscriptions;

namespace DomainEvents.Slots;

/// <summary>Builds the slot of an event when the event is first published.</summary>
internal sealed class SlotBuilder(
    SlotSet slots, HandlerIndex handlers, HandlerBinder binder, UnknownModules unknownModules, SubscriptionStore subscriptions, PublishContext context)
{
    /// <summary>The pipeline of an event that has none in the table yet.</summary>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public EventPipeline Build(IDomainEvent? domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        slots.ThrowIfDisposed();
        var type = DispatchTypeOf(domainEvent);
        if (slots.Table.Find(domainEvent) is { } ready)
        {
            // An event whose constructor did not know the index, which it has got now.
            return ready;
        }

        var pipeline = Enter(type, domainEvent);

        // Last: a module that announces itself from now on lets the pipeline be forgotten again.
        unknownModules.Report(type);
        return pipeline;
    }

    private EventPipeline Enter(Type type, IDomainEvent domainEvent)
    {
        // Creates handlers, so no lock is held: of two threads that come at once, one builds in vain.
        var binding = binder.Bind(type);
        var built = CreateSlot(type, binding);
        lock (slots.Gate)
        {
            slots.ThrowIfDisposed();
            if (slots.Find(type) is not { } slot)
            {
                slot = built;
                subscriptions.Connect(slot);
                if (!binding.IsComplete)
                {
                    slot.Disconnect();
                    return slot.Pipeline;
                }

                slots.Add(slot);
            }

            slot.Enter(slots.Table, domainEvent);
            return slot.Pipeline;
        }
    }

    private Type DispatchTypeOf(IDomainEvent domainEvent)
    {
        if (domainEvent is not DomainEvent indexed)
        {
            return handlers.DispatchTypeOf(domainEvent.GetType());
        }

        if (indexed.TypeIndex == 0)
        {
            indexed.TypeIndex = EventTypeIndex.Register(handlers.DispatchTypeOf(domainEvent.GetType()));
        }

        return EventTypeIndex.TypeOf(indexed.TypeIndex);
    }

    private EventSlot CreateSlot(Type type, HandlerBinding binding)
    {
        return new EventSlot(
            type,
            Scoped(binding.Written ?? new ComposedPipeline(binding.Handlers, new SubscriptionList(), new SubscriptionList(), subscriptions.Clock)),
            list => Scoped(new ComposedPipeline(binding.Handlers, list, subscriptions.All.List, subscriptions.Clock)),
            list => Scoped(new InstrumentedPipeline(binding.Handlers, list, subscriptions.All.List, subscriptions.Clock)));

        EventPipeline Scoped(EventPipeline pipeline) => binding.NeedsScope ? new ScopePipeline(pipeline, context) : pipeline;
    }
}
