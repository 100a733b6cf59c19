using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Registration;

/// <summary>Answers with which lifetime a class is registered, which a built container does not tell.</summary>
internal sealed class ContainerDescription(IServiceCollection services)
{
    /// <summary>The lifetime of the registration that the container uses, the last one; <see langword="null"/> if there is none.</summary>
    public ServiceLifetime? LifetimeOf(Type serviceType) =>
        services.LastOrDefault(service => service.ServiceType == serviceType && !service.IsKeyedService)?.Lifetime;
}
