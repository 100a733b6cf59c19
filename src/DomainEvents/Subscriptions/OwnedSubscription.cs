namespace DomainEvents.Subscriptions;

/// <summary>Calls a synchronous handler until its owner unsubscribes.</summary>
internal sealed class OwnedSubscription<TEvent>(object owner, Action<TEvent> handler)
    : ActionSubscription<TEvent>(handler)
    where TEvent : IDomainEvent
{
    private object? _owner = owner;

    public override object? Owner => Volatile.Read(ref _owner);

    public override Type OwnerType { get; } = owner.GetType();

    public override void Release()
    {
        base.Release();
        Volatile.Write(ref _owner, null);
    }
}
