using System.ComponentModel;
using DomainEvents.Hosting.Publishing;
using DomainEvents.Hosting.Registration;
using DomainEvents.Hosting.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace DomainEvents.Hosting.CompilerServices;

/// <summary>
/// What the generated <c>AddDomainEvents</c> calls. Write <c>services.AddDomainEvents()</c> instead: it knows the table of its project.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class DomainEventsRegistration
{
    /// <summary>
    /// Registers the handlers of a table and the publisher over them. Further calls add their handlers to the same publisher, so that
    /// each module of an application can make its own; a call with a table that is already known adds nothing twice.
    /// </summary>
    /// <param name="services">The container that is being described.</param>
    /// <param name="table">The handlers of the calling project and of the assemblies it references.</param>
    /// <param name="configure">Changes the publisher's options. The callbacks of several calls run in the order of the calls.</param>
    /// <returns>The same container.</returns>
    public static IServiceCollection Add(
        IServiceCollection services, HandlerTable table, Action<DomainEventPublisherOptions>? configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(table);

        var isKnown = services.Any(service => service.IsUnkeyedInstance<TableRegistration>(out var other) && other.Table == table);
        if (!isKnown)
        {
            services.AddSingleton(new TableRegistration(table));
            table.AddServices(new HandlerClassRegistry(services));
        }

        if (configure is not null)
        {
            services.AddSingleton(new OptionsRegistration(configure));
        }

        AddPublisher(services);
        return services;
    }

    private static void AddPublisher(IServiceCollection services)
    {
        services.TryAddSingleton(new ContainerDescription(services));
        services.TryAddSingleton<ContainerScopes>();
        services.TryAddSingleton(PublisherFactory.Create);

        // Transient, so that it comes with the scope that resolves it, also inside singletons, where that is the root.
        services.TryAddTransient<IDomainEventPublisher, ScopedPublisher>();

        // Singleton, although it only forwards: a scope disposes what its transient factories return, and would take the core with it.
        services.TryAddSingleton<IDomainEventSubscriber>(provider => provider.GetRequiredService<DomainEventPublisher>());

        services.TryAddSingleton(CreateBackgroundPublisher);
        services.TryAddSingleton(static provider => DomainEventMetrics.Attach(provider.GetRequiredService<DomainEventPublisher>()));

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PublisherStartup>());
    }

    /// <summary>Over the core, which opens a scope for an event that needs one.</summary>
    private static BackgroundPublisher CreateBackgroundPublisher(IServiceProvider services)
    {
        var options = new BackgroundPublisherOptions();
        foreach (var registration in services.GetServices<BackgroundRegistration>())
        {
            registration.Apply(options);
        }

        return new BackgroundPublisher(services.GetRequiredService<DomainEventPublisher>(), options);
    }
}
