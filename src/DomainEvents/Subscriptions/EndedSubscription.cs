namespace DomainEvents.Subscriptions;

/// <summary>Holds the place of a subscription that ended, for the publishes that counted it, with the name that it had.</summary>
internal sealed class EndedSubscription : Subscription
{
    public EndedSubscription(Topic topic, Type? ownerType)
    {
        OwnerType = ownerType;
        Register(topic, 0);
    }

    public override bool IsEnded => true;

    public override Type? OwnerType { get; }

    public override void Invoke(IDomainEvent domainEvent, long now)
    {
    }

    public override void Release()
    {
    }
}
