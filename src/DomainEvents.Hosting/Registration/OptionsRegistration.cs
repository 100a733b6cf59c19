namespace DomainEvents.Hosting.Registration;

/// <summary>A callback that changes the publisher's options when the container builds it.</summary>
internal sealed class OptionsRegistration(Action<DomainEventPublisherOptions> configure)
{
    public void Apply(DomainEventPublisherOptions options) => configure(options);
}
