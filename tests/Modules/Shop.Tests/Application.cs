using Microsoft.Extensions.DependencyInjection;
using Shop.Events;

namespace Shop.Tests;

/// <summary>Containers with the application's handlers and every check on.</summary>
internal static class Application
{
    public static IServiceCollection AddSurroundings(this IServiceCollection services) => services
        .AddSingleton<ActivityLog>()
        .AddSingleton<IActivityLog>(provider => provider.GetRequiredService<ActivityLog>())
        .AddSingleton<IPrinter, LoggingPrinter>()
        .AddKeyedSingleton<IPrinter, LoggingPrinter>("labels")
        .AddSingleton<Mall.Billing.Ledger>()
        .AddScoped<Stock.Shelf>();

    public static ServiceProvider BuildChecked(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

    public static IReadOnlyList<string> Lines(this IServiceProvider provider) => provider.GetRequiredService<ActivityLog>().Lines;
}
