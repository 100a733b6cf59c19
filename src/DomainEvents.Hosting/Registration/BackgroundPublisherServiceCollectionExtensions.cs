using DomainEvents;
using DomainEvents.Hosting.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Sets up the <see cref="BackgroundPublisher"/> of a container.</summary>
public static class BackgroundPublisherServiceCollectionExtensions
{
    /// <summary>
    /// Changes the options of the <see cref="BackgroundPublisher"/> that <c>AddDomainEvents()</c> registers. The callbacks of several calls
    /// run in the order of the calls.
    /// </summary>
    /// <param name="services">A container with <c>AddDomainEvents()</c>, before or after this call.</param>
    /// <param name="configure">Changes the options.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection ConfigureBackgroundPublisher(
        this IServiceCollection services, Action<BackgroundPublisherOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        return services.AddSingleton(new BackgroundRegistration(configure));
    }
}
