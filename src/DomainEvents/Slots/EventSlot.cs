using DomainEvents.CompilerServices;
using DomainEvents.Subscriptions;

namespace DomainEvents.Slots;

/// <summary>
/// What a publisher does with the events that are dispatched as one type. While nobody subscribes, that is the pipeline of the declared
/// handlers alone, which knows nothing of subscriptions. Written under the publisher's lock.
/// </summary>
/// <param name="dispatchType">The type.</param>
/// <param name="handlersOnly">The pipeline while there are no subscriptions.</param>
/// <param name="withSubscriptions">Makes the pipeline for when there are.</param>
/// <param name="instrumented">Makes the pipeline for when there are filters or observers, with subscriptions or without.</param>
internal sealed class EventSlot(
    Type dispatchType,
    EventPipeline handlersOnly,
    Func<SubscriptionList, EventPipeline> withSubscriptions,
    Func<SubscriptionList, EventPipeline> instrumented)
{
    private readonly EventPipeline _handlersOnly = handlersOnly;
    private readonly List<Topic> _topics = [];
    private readonly HashSet<Type> _classes = [];
    private SubscriptionList _list = new();
    private EventPipeline? _withSubscriptions;
    private EventPipeline? _instrumented;
    private int _index;

    public Type DispatchType { get; } = dispatchType;

    public EventPipeline Pipeline { get; private set; } = handlersOnly;

    /// <summary>Lets publishes find the pipeline by the index of an event, or by its class.</summary>
    public void Enter(SlotTable table, IDomainEvent domainEvent)
    {
        var eventType = domainEvent.GetType();
        if (domainEvent is DomainEvent indexed && eventType == DispatchType)
        {
            _index = indexed.TypeIndex;
            table.SetByIndex(_index, DispatchType, Pipeline);
        }
        else
        {
            _classes.Add(eventType);
            table.SetByType(eventType, Pipeline);
        }
    }

    /// <summary>Listens to further topics.</summary>
    public void Listen(IReadOnlyCollection<Topic> topics)
    {
        if (topics.Count == 0)
        {
            return;
        }

        _topics.AddRange(topics);
        foreach (var topic in topics)
        {
            topic.Slots.Add(this);
        }

        _list = _topics.Count == 1 ? _topics[0].List : Merge();
        _withSubscriptions = null;
        _instrumented = null;
    }

    /// <summary>Stops listening: the slot served a single publish.</summary>
    public void Disconnect()
    {
        foreach (var topic in _topics)
        {
            topic.Slots.Remove(this);
            topic.MergedLists.Remove(_list);
        }
    }

    /// <summary>Puts the pipeline in place that the filters, observers and subscriptions call for.</summary>
    public void Refresh(SlotSet slots, bool hasAllEventSubscriptions)
    {
        var table = slots.Table;
        var pipeline = slots.IsInstrumented
            ? _instrumented ??= instrumented(_list)
            : hasAllEventSubscriptions || _topics.Exists(topic => topic.Live > 0)
                ? _withSubscriptions ??= withSubscriptions(_list)
                : _handlersOnly;
        if (pipeline == Pipeline)
        {
            return;
        }

        Pipeline = pipeline;
        if (_index != 0)
        {
            table.SetByIndex(_index, DispatchType, pipeline);
        }

        foreach (var type in _classes)
        {
            table.SetByType(type, pipeline);
        }
    }

    private SubscriptionList Merge()
    {
        var merged = new SubscriptionList();
        var subscriptions = new List<Subscription>();
        foreach (var topic in _topics)
        {
            topic.MergedLists.Remove(_list);
            topic.MergedLists.Add(merged);
            var current = topic.List.Current;
            subscriptions.AddRange(current.Items.Take(current.Count).Where(subscription => !subscription.IsEnded));
        }

        subscriptions.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        subscriptions.ForEach(merged.Add);
        return merged;
    }
}
