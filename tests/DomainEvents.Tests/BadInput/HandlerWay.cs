namespace DomainEvents.Tests.BadInput;

/// <summary>How a handler comes to be called.</summary>
public enum HandlerWay
{
    /// <summary>Declared, synchronous.</summary>
    Declared,

    /// <summary>Declared, asynchronous, before it suspends.</summary>
    DeclaredAsync,

    /// <summary>Declared, asynchronous, after it suspended.</summary>
    DeclaredAsyncLater,

    /// <summary>Declared, asynchronous, started together with the others.</summary>
    DeclaredConcurrent,

    /// <summary>Declared, in the background.</summary>
    DeclaredBackground,

    /// <summary>A subscription.</summary>
    Subscribed,

    /// <summary>An asynchronous subscription, after it suspended.</summary>
    SubscribedAsync,

    /// <summary>A subscription to all events.</summary>
    SubscribedToAll,

    /// <summary>A subscription with an owner.</summary>
    Owned,

    /// <summary>An asynchronous one with an owner.</summary>
    OwnedAsync,

    /// <summary>A weak subscription.</summary>
    Weak,

    /// <summary>An asynchronous weak subscription.</summary>
    WeakAsync,

    /// <summary>A subscription on a synchronization context.</summary>
    Posted,

    /// <summary>A subscription, called by a background publisher.</summary>
    Queued,

    /// <summary>A subscription, called by a batch publisher.</summary>
    Batched,

    /// <summary>A subscription, called by <c>PublishBatchAsync</c>.</summary>
    PublishedAsBatch,

    /// <summary>A subscription, with a filter, a tracer, metrics and telemetry around it.</summary>
    Observed,
}
