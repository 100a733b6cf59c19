using DomainEvents.Binding;
using DomainEvents.CompilerServices;
using DomainEvents.Pipelines;

namespace DomainEvents.Slots;

/// <summary>Builds the slot of an event when the event is first published.</summary>
internal sealed class SlotBuilder
{
    private readonly object _gate = new();
    private readonly Dictionary<Type, EventSlot> _slots = [];
    private readonly HandlerTable _handlers;
    private readonly HandlerBinder _binder;
    private readonly PublishContext _context;
    private readonly UnknownModules _unknownModules;
    private bool _isDisposed;

    public SlotBuilder(HandlerTable handlers, PublishContext context)
    {
        _handlers = handlers;
        _context = context;
        _binder = new HandlerBinder(handlers, context);
        _binder.CheckServices();
        _unknownModules = new UnknownModules(handlers, context.Errors);
    }

    /// <summary>Where publishes find their pipelines.</summary>
    public SlotTable Table { get; private set; } = new();

    /// <summary>The pipeline of an event that has none in the table yet.</summary>
    /// <exception cref="ArgumentNullException">There is no event.</exception>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public EventPipeline Build(IDomainEvent? domainEvent)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        ThrowIfDisposed();
        var type = DispatchTypeOf(domainEvent);
        if (Table.Find(domainEvent) is { } ready)
        {
            // An event whose constructor did not know the index, which it has got now.
            return ready;
        }

        _unknownModules.Report(type);

        // Creates handlers, so no lock is held: of two threads that come at once, one builds in vain.
        var binding = _binder.Bind(type);
        var pipeline = Compose(binding);
        if (!binding.IsComplete)
        {
            return pipeline;
        }

        lock (_gate)
        {
            ThrowIfDisposed();
            if (!_slots.TryGetValue(type, out var slot))
            {
                _slots.Add(type, slot = new EventSlot(type, pipeline));
            }

            slot.Enter(Table, domainEvent);
            return slot.Pipeline;
        }
    }

    /// <summary>Leaves an empty table behind: publishes that run are not disturbed, later ones come to <see cref="Build"/>.</summary>
    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            Table = new SlotTable();
            _slots.Clear();
        }
    }

    private Type DispatchTypeOf(IDomainEvent domainEvent)
    {
        if (domainEvent is not DomainEvent indexed)
        {
            return _handlers.Index.DispatchTypeOf(domainEvent.GetType());
        }

        if (indexed.TypeIndex == 0)
        {
            indexed.TypeIndex = EventTypeIndex.Register(_handlers.Index.DispatchTypeOf(domainEvent.GetType()));
        }

        return EventTypeIndex.TypeOf(indexed.TypeIndex);
    }

    private EventPipeline Compose(HandlerBinding binding)
    {
        var pipeline = binding.Written ?? new ComposedPipeline(binding.Handlers);
        return binding.NeedsScope ? new ScopePipeline(pipeline, _context) : pipeline;
    }

    private void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed), typeof(DomainEventPublisher));
}
