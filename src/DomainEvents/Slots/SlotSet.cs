using System.Runtime.CompilerServices;

namespace DomainEvents.Slots;

/// <summary>The slots of a publisher, and the lock under which slots and subscriptions are written. No user code runs under it.</summary>
internal sealed class SlotSet
{
    private static readonly ConditionalWeakTable<SlotSet, object> s_live = new();

    private readonly Dictionary<Type, EventSlot> _slots = [];
    private bool _isDisposed;

    public SlotSet() => s_live.Add(this, s_live);

    public object Gate { get; } = new();

    /// <summary>Whether the slots hold instrumented pipelines: there are filters or observers. Written under the lock.</summary>
    public bool IsInstrumented { get; set; }

    /// <summary>Where publishes find their pipelines.</summary>
    public SlotTable Table { get; } = new();

    public IReadOnlyCollection<EventSlot> All => _slots.Values;

    /// <summary>
    /// Lets every publisher of the process look for its slots anew. An event that was published before a module announced itself gets
    /// so to where that module's absence is reported; publishes in between pay nothing for it.
    /// </summary>
    public static void ForgetPipelines()
    {
        foreach (var (slots, _) in s_live)
        {
            lock (slots.Gate)
            {
                slots.Table.Clear();
            }
        }
    }

    public EventSlot? Find(Type dispatchType) => _slots.GetValueOrDefault(dispatchType);

    public void Add(EventSlot slot) => _slots.Add(slot.DispatchType, slot);

    /// <summary>Empties the table: publishes that run are not disturbed, later ones find nothing and ask for a slot.</summary>
    public void Dispose()
    {
        Volatile.Write(ref _isDisposed, true);
        _slots.Clear();
        Table.Clear();
    }

    public void ThrowIfDisposed() => ObjectDisposedException.ThrowIf(Volatile.Read(ref _isDisposed), typeof(DomainEventPublisher));
}
