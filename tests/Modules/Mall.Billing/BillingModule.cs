using Microsoft.Extensions.DependencyInjection;

namespace Mall.Billing;

/// <summary>Registers the module.</summary>
public static class BillingModule
{
    public static IServiceCollection AddBilling(this IServiceCollection services)
    {
        services.AddDomainEvents();
        services.AddSingleton<Ledger>();
        return services;
    }
}
