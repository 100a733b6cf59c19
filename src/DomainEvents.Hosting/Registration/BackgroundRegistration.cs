namespace DomainEvents.Hosting.Registration;

/// <summary>A callback that changes the background publisher's options when the container builds it.</summary>
internal sealed class BackgroundRegistration(Action<BackgroundPublisherOptions> configure)
{
    public void Apply(BackgroundPublisherOptions options) => configure(options);
}
