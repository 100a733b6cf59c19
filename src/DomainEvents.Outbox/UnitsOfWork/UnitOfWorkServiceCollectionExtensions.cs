using DomainEvents;
using DomainEvents.Persistence;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds units of work to a container.</summary>
public static class UnitOfWorkServiceCollectionExtensions
{
    /// <summary>
    /// Adds <see cref="UnitOfWorkFactory"/>, one for each scope. Needs <c>AddDomainEvents()</c>; durable events need an outbox besides. Calling it
    /// twice is harmless.
    /// </summary>
    /// <param name="services">The container that is being described.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection AddUnitOfWork(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.TryAddScoped(static provider => new UnitOfWorkFactory(
            provider.GetRequiredService<DomainEventPublisher>(), provider, OutboxWriter.From(provider)));
        return services;
    }
}
