using DomainEvents;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

/// <summary>Registers the application.</summary>
public static class ShopModule
{
    public static IServiceCollection AddShop(
        this IServiceCollection services, Action<DomainEventPublisherOptions>? configure = null)
    {
        services.AddDomainEvents(configure);
        services.AddTransient<Checkout>();
        return services;
    }
}
