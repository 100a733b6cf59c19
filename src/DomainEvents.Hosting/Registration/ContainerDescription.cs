using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Registration;

/// <summary>Answers with which lifetime a class is registered, which a built container does not tell.</summary>
internal sealed class ContainerDescription(IServiceCollection services)
{
    /// <summary>Throws if a service that the publisher keeps is registered for a scope.</summary>
    /// <exception cref="InvalidOperationException">Names the service and says what to do.</exception>
    public void RefuseScoped<TService>(string advice)
    {
        if (services.FirstOrDefault(service => service.ServiceType == typeof(TService) && service.Lifetime == ServiceLifetime.Scoped) is { } scoped)
        {
            var name = scoped.IsKeyedService ? typeof(TService) : scoped.ImplementationType ?? typeof(TService);
            throw new InvalidOperationException($"'{name}' is registered Scoped. {advice}");
        }
    }

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
