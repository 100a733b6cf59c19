using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Registration;

/// <summary>Translates declared lifetimes into the container's.</summary>
internal static class HandlerLifetimeExtensions
{
    public static ServiceLifetime ToServiceLifetime(this HandlerLifetime lifetime) => lifetime switch
    {
        HandlerLifetime.Scoped => ServiceLifetime.Scoped,
        HandlerLifetime.Singleton => ServiceLifetime.Singleton,
        HandlerLifetime.Transient => ServiceLifetime.Transient,
        _ => throw new ArgumentOutOfRangeException(nameof(lifetime), lifetime, "Not a handler lifetime."),
    };
}
