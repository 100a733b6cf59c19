using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// What a container attaches to its publisher when it builds it: it sees the first event already. Registered as a service; it must not
/// ask the container for the publisher.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class PublisherAttachment
{
    /// <summary>Called once, before anybody can publish.</summary>
    /// <param name="publisher">The publisher of the container.</param>
    public abstract void Attach(DomainEventPublisher publisher);
}
