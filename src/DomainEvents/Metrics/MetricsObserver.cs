using DomainEvents.Observation;

namespace DomainEvents.Metrics;

/// <summary>Counts what the publisher does.</summary>
internal sealed class MetricsObserver(CallWindow window) : PublishObserver
{
    private long _published;
    private long _executed;
    private long _errors;
    private long _handlingTicks;

    public CallWindow Window { get; } = window;

    public DomainEventMetricsSnapshot Snapshot()
    {
        // The parts before what they are part of: a snapshot beside running handlers never has more errors than calls.
        var errors = Interlocked.Read(ref _errors);
        var time = TimeSpan.FromTicks(Interlocked.Read(ref _handlingTicks));
        return new DomainEventMetricsSnapshot(Interlocked.Read(ref _published), Interlocked.Read(ref _executed), errors, time);
    }

    public override void OnPublishStarted(PublishObservation publish)
    {
        // A unit of work publishes an event once in the transaction, if there are handlers, and once after it.
        if (publish.Phase != HandlerPhase.InTransaction)
        {
            Interlocked.Increment(ref _published);
        }
    }

    public override void OnHandlerEnded(HandlerObservation handler)
    {
        var isError = handler.Exception is not null;
        Interlocked.Increment(ref _executed);
        Interlocked.Add(ref _handlingTicks, handler.Duration.Ticks);
        if (isError)
        {
            Interlocked.Increment(ref _errors);
        }

        Window.Add(handler.Duration, isError);
    }
}
