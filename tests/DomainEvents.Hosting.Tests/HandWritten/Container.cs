using DomainEvents.Hosting.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>Containers with every check on that Microsoft.Extensions.DependencyInjection has.</summary>
internal static class Container
{
    public static ServiceCollection Describe(HandlerTable table, Action<DomainEventPublisherOptions>? configure = null)
    {
        var services = new ServiceCollection();
        services.AddSingleton<Journal>();
        DomainEventsRegistration.Add(services, table, configure);
        return services;
    }

    public static ServiceProvider BuildChecked(this IServiceCollection services) =>
        services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
}
