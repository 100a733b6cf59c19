using DomainEvents.Observation;

namespace DomainEvents.Testing.Recording;

/// <summary>Tells the record what the publisher does.</summary>
internal sealed class SpyObserver(EventRecord record) : PublishObserver
{
    public override void OnQueued(IDomainEvent domainEvent) => record.Queue(domainEvent);

    public override void OnUnqueued(IDomainEvent domainEvent) => record.Unqueue(domainEvent);

    public override void OnPublishStarted(PublishObservation publish) => record.Begin(new ReceivedEvent(publish.Event, publish.EventType));

    public override void OnHandlerStarted(HandlerObservation handler) => record.BeginHandler(handler);

    public override void OnHandlerEnded(HandlerObservation handler) => record.EndHandler(handler);

    public override void OnSettled(PublishObservation publish) => record.End(publish.EventType);
}
