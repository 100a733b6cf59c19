using DomainEvents.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>What a publisher does with the events that are dispatched as one type, and where its pipeline is entered.</summary>
internal sealed class EventSlot(Type dispatchType, EventPipeline pipeline)
{
    private readonly HashSet<Type> _classes = [];
    private int _index;

    public Type DispatchType { get; } = dispatchType;

    public EventPipeline Pipeline { get; private set; } = pipeline;

    /// <summary>Enters the pipeline for the index of the event, or for its class.</summary>
    public void Enter(SlotTable table, IDomainEvent domainEvent)
    {
        if (domainEvent is DomainEvent indexed)
        {
            _index = indexed.TypeIndex;
            table.SetByIndex(_index, Pipeline);
        }
        else if (_classes.Add(domainEvent.GetType()))
        {
            table.SetByType(domainEvent.GetType(), Pipeline);
        }
    }

    /// <summary>Puts another pipeline wherever this one is entered.</summary>
    public void Replace(SlotTable table, EventPipeline pipeline)
    {
        Pipeline = pipeline;
        if (_index != 0)
        {
            table.SetByIndex(_index, pipeline);
        }

        foreach (var type in _classes)
        {
            table.SetByType(type, pipeline);
        }
    }
}
