namespace DomainEvents;

/// <summary>How long a container keeps a handler. Without a container a publisher creates each handler once.</summary>
public enum HandlerLifetime
{
    /// <summary>One instance a scope.</summary>
    Scoped = 0,

    /// <summary>One instance a container.</summary>
    Singleton = 1,

    /// <summary>One instance a call.</summary>
    Transient = 2,
}
