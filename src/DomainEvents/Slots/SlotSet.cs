namespace DomainEvents.Slots;

/// <summary>The slots of a publisher, and the lock under which slots and subscriptions are written. No user code runs under it.</summary>
internal sealed class SlotSet
{
    private readonly Dictionary<Type, EventSlot> _slots = [];
    private bool _isDisposed;

    public object Gate { get; } = new();

    /// <summary>Where publishes find their pipelines.</summary>
    public SlotTable Table { get; } = new();

    public IReadOnlyCollection<EventSlot> All => _slots.Values;

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
