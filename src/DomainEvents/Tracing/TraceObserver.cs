using DomainEvents.Observation;

namespace DomainEvents.Tracing;

/// <summary>Tells the record of a tracer what the publisher does.</summary>
internal sealed class TraceObserver(TraceRecord record) : PublishObserver
{
    public override void OnPublishStarted(PublishObservation publish) => record.Begin(publish);

    public override void OnHandlerStarted(HandlerObservation handler) => record.BeginHandler(handler);

    public override void OnHandlerEnded(HandlerObservation handler) => record.EndHandler(handler);

    public override void OnPublishEnded(PublishObservation publish) => record.End(publish);
}
