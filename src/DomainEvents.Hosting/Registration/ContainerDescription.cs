using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Registration;

/// <summary>Answers with which lifetime a class is registered, which a built container does not tell.</summary>
internal sealed class ContainerDescription(IServiceCollection services)
{
    /// <summary>The lifetime of each service, of the registration that the container uses: the last one.</summary>
    public Dictionary<Type, ServiceLifetime> ReadLifetimes()
    {
        var lifetimes = new Dictionary<Type, ServiceLifetime>(services.Count);
        foreach (var service in services)
        {
            if (!service.IsKeyedService)
            {
                lifetimes[service.ServiceType] = service.Lifetime;
            }
        }

        return lifetimes;
    }
}
