using DomainEvents.CompilerServices;

namespace DomainEvents.Testing.Registration;

/// <summary>Attaches the container's spy to the container's publisher.</summary>
internal sealed class EventSpyAttachment(EventSpy spy) : PublisherAttachment
{
    public override void Attach(DomainEventPublisher publisher) => spy.Follow(publisher);
}
