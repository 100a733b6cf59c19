using DomainEvents.CompilerServices;
using DomainEvents.Hosting.Registration;
using DomainEvents.Hosting.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Hosting.Publishing;

/// <summary>
/// Builds the core of a container. Handlers are not created here: the core does that when an event is first published, so that a handler
/// may itself ask for the publisher.
/// </summary>
internal static class PublisherFactory
{
    public static DomainEventPublisher Create(IServiceProvider services)
    {
        services.GetRequiredService<ContainerDescription>().RefuseScoped<IDomainEventHandlerFilter>(
            "A filter serves every scope: register it as a singleton, and take what is scoped from HandlerInvocation.Services.");
        var options = CreateOptions(services);
        ContainerCheck.Run(options.Handlers ?? HandlerTable.Default, services);
        var publisher = new DomainEventPublisher(options);
        foreach (var attachment in services.GetServices<PublisherAttachment>())
        {
            attachment.Attach(publisher);
        }

        return publisher;
    }

    private static DomainEventPublisherOptions CreateOptions(IServiceProvider services)
    {
        var options = new DomainEventPublisherOptions
        {
            Handlers = UniteTables(services.GetServices<TableRegistration>()),
        };

        // Before the callbacks, which may set another; a null after them is one that they did not set.
        if (services.GetService<TimeProvider>() is { } timeProvider)
        {
            options.TimeProvider = timeProvider;
        }

        foreach (var filter in services.GetServices<IDomainEventHandlerFilter>())
        {
            options.Filters.Add(filter);
        }

        foreach (var registration in services.GetServices<OptionsRegistration>())
        {
            registration.Apply(options);
        }

        if (options.OnUnhandledError is null && services.GetService<ILogger<DomainEventPublisher>>() is { } logger)
        {
            options.OnUnhandledError = exception => UnhandledErrorLog.Write(logger, exception);
        }

        options.Services = services.GetRequiredService<ContainerScopes>();
        return options;
    }

    private static HandlerTable UniteTables(IEnumerable<TableRegistration> registrations) =>
        registrations.Select(registration => registration.Table).Aggregate((all, table) => all.Union(table));
}
