using Microsoft.Extensions.DependencyInjection;

namespace Mall.Shipping;

/// <summary>Registers the module.</summary>
public static class ShippingModule
{
    public static IServiceCollection AddShipping(this IServiceCollection services) => services.AddDomainEvents();
}
