using System.Runtime.CompilerServices;
using DomainEvents.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>
/// The pipelines of a publisher: by index for events that carry one of their own class, by class for the others. Finding takes no lock;
/// writes are made under the publisher's lock.
/// </summary>
internal sealed class SlotTable
{
    private EventPipeline?[] _byIndex = new EventPipeline?[16];
    private TypeMap _byType = new();

    /// <summary>The pipeline, or <see langword="null"/> while there is none and when there is no event.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public EventPipeline? Find(IDomainEvent? domainEvent)
    {
        if (domainEvent is null)
        {
            return null;
        }

        var slots = Volatile.Read(ref _byIndex);
        var index = ObjectStart.IndexOf(domainEvent);
        return (uint)index < (uint)slots.Length
            && Volatile.Read(ref slots[index]) is { } pipeline
            && pipeline.IndexedClass == ObjectStart.ClassOf(domainEvent)
                ? pipeline
                : FindByClass(domainEvent);
    }

    /// <summary>Lets the events of one class, which carry the index, find the pipeline.</summary>
    public void SetByIndex(int index, Type eventType, EventPipeline pipeline)
    {
        pipeline.IndexedClass = eventType.TypeHandle.Value;
        var slots = _byIndex;
        if (index >= slots.Length)
        {
            Array.Resize(ref slots, Math.Max(index + 1, slots.Length * 2));
        }

        Volatile.Write(ref slots[index], pipeline);
        Volatile.Write(ref _byIndex, slots);
    }

    public void SetByType(Type eventType, EventPipeline pipeline) => Volatile.Write(ref _byType, _byType.With(eventType, pipeline));

    /// <summary>Lets every search come back empty.</summary>
    public void Clear()
    {
        Volatile.Write(ref _byIndex, []);
        Volatile.Write(ref _byType, new TypeMap());
    }

    // Out of line, to leave the caller the few registers that an index needs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private EventPipeline? FindByClass(IDomainEvent domainEvent) => Volatile.Read(ref _byType).Find(domainEvent);
}
