namespace DomainEvents.Observation;

/// <summary>
/// Follows what a publisher does: the tracer, the metrics, the telemetry and the test kit are made of it. Attached, it puts instrumented
/// pipelines in the place of the plain ones; while none is attached, a publish knows nothing of it. Calls come on the threads that publish
/// and handle, several at once; an observer's exception goes to the unhandled errors and disturbs nobody.
/// </summary>
/// <remarks>
/// Internal: what it is told follows the pipelines, which still grow, and the packages that use it are released together with this one.
/// </remarks>
internal abstract class PublishObserver
{
    /// <summary>An event waits for its turn in a background or batch publisher over this one.</summary>
    public virtual void OnQueued(IDomainEvent domainEvent)
    {
    }

    /// <summary>An event that waited was published and that publish has ended, or it will never be published.</summary>
    public virtual void OnUnqueued(IDomainEvent domainEvent)
    {
    }

    /// <summary>A publish begins. Its handlers have not run.</summary>
    public virtual void OnPublishStarted(PublishObservation publish)
    {
    }

    /// <summary>A handler is about to be called, in the background if it is a background handler.</summary>
    public virtual void OnHandlerStarted(HandlerObservation handler)
    {
    }

    /// <summary>A handler has completed or failed. Its duration and exception are known.</summary>
    public virtual void OnHandlerEnded(HandlerObservation handler)
    {
    }

    /// <summary>The publish goes back to its caller. Handlers off the caller's path may still be waiting or running.</summary>
    public virtual void OnPublishEnded(PublishObservation publish)
    {
    }

    /// <summary>The publish has ended and so has every handler of it, those off the caller's path included. Called once a publish.</summary>
    public virtual void OnSettled(PublishObservation publish)
    {
    }
}
