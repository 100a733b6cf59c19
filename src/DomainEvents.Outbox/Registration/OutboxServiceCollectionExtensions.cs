using DomainEvents;
using DomainEvents.Persistence;
using DomainEvents.Persistence.Delivery;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Serialization;
using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the outbox to a container.</summary>
public static class OutboxServiceCollectionExtensions
{
    /// <summary>
    /// Adds an outbox: raised events that are durable are written in the application's transaction, and a relay sends them when it has
    /// committed, to the handlers of this process unless another transport is chosen.
    /// </summary>
    /// <param name="services">The container that is being described.</param>
    /// <param name="configure">Chooses the store, the transport and the options: <c>outbox => outbox.UseSqlite("Data Source=app.db")</c>.</param>
    /// <returns>The same container.</returns>
    /// <exception cref="InvalidOperationException">No store was chosen, or an outbox is there already.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public static IServiceCollection AddOutbox(this IServiceCollection services, Action<OutboxBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        if (services.Any(service => service.ServiceType == typeof(OutboxOptions)))
        {
            throw new InvalidOperationException("AddOutbox was called twice. A container has one outbox: make one call that says everything.");
        }

        var options = new OutboxOptions();
        services.AddSingleton(options);
        services.TryAddSingleton<OutboxSignal>();
        services.TryAddSingleton<IEventSerializer>(provider =>
            new JsonEventSerializer(provider.GetService<DomainEventSerializer>() ?? DomainEventSerializer.Default));
        services.TryAddSingleton(provider => new OutboxMessageFactory(provider.GetRequiredService<IEventSerializer>()));

        var outbox = new OutboxBuilder(services, options);
        configure(outbox);
        options.Validate();
        if (!outbox.HasStore)
        {
            throw new InvalidOperationException(
                "The outbox has no store. Choose one in AddOutbox: outbox.UseSqlite(...) of DomainEvents.Outbox.Sqlite, or "
                + "outbox.UsePostgreSql(...) of DomainEvents.Outbox.PostgreSql.");
        }

        if (!outbox.HasTransport)
        {
            services.AddSingleton<IOutboxTransport>(InProcessTransport.Create);
        }

        services.TryAddSingleton<RelayStatus>();
        services.TryAddSingleton(provider => new OutboxGauges(provider.GetRequiredService<RelayStatus>()));
        services.TryAddSingleton(provider => new OutboxHealthCheck(
            provider.GetRequiredService<IOutboxStore>(),
            options,
            provider.GetRequiredService<RelayStatus>(),
            provider.GetService<TimeProvider>() ?? TimeProvider.System));
        services.AddSingleton<IHostedService>(CreateService);
        services.AddUnitOfWork();
        return services;
    }

    private static OutboxService CreateService(IServiceProvider services)
    {
        var options = services.GetRequiredService<OutboxOptions>();
        var timeProvider = services.GetService<TimeProvider>() ?? TimeProvider.System;
        ILogger logger = services.GetService<ILogger<OutboxService>>() ?? NullLogger<OutboxService>.Instance;
        var store = services.GetRequiredService<IOutboxStore>();

        // Made here, so that they are there when a collector looks, and disposed of by the container.
        services.GetRequiredService<OutboxGauges>();
        return new OutboxService(
            services.GetService<IOutboxSchema>(),
            options.RunRelay ? new OutboxRelay(store, services.GetRequiredService<IOutboxTransport>(), options, services.GetRequiredService<RelayStatus>(), timeProvider, logger) : null,
            new OutboxJanitor(store, options, services.GetRequiredService<RelayStatus>(), timeProvider, logger),
            services.GetServices<IOutboxWakeSource>(),
            services.GetRequiredService<OutboxSignal>(),
            options,
            PollIntervalOf(services),
            timeProvider,
            logger);
    }

    /// <summary>What was chosen, else what suits the store.</summary>
    internal static TimeSpan PollIntervalOf(IServiceProvider services) =>
        services.GetRequiredService<OutboxOptions>().PollInterval
        ?? services.GetService<SqlDatabase>()?.PollInterval
        ?? TimeSpan.FromSeconds(1);
}
