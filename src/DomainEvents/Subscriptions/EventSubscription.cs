namespace DomainEvents;

/// <summary>A subscription to events. Safe for use by several threads.</summary>
public abstract class EventSubscription : IDisposable
{
    private protected EventSubscription()
    {
    }

    /// <summary>Whether the subscription gets events: not disposed, and its target, if it has a weak one, alive.</summary>
    public abstract bool IsActive { get; }

    /// <summary>Ends the subscription: the handler is not called again, also not by a publish that is running. Disposing twice is harmless.</summary>
    public abstract void Dispose();
}
