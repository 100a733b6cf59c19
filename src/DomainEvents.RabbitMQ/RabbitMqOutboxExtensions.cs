using DomainEvents.Persistence.RabbitMQ;
using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace DomainEvents.Persistence;

/// <summary>Sends the messages of an outbox to RabbitMQ, and takes messages from there.</summary>
public static class RabbitMqOutboxExtensions
{
    /// <summary>Sends messages to RabbitMQ as CloudEvents: persistent, confirmed, and refused where no queue takes them.</summary>
    /// <param name="transport">The choice of transport.</param>
    /// <param name="configure">Names the broker and the exchange.</param>
    public static void RabbitMq(this OutboxTransportBuilder transport, Action<RabbitMqOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new RabbitMqOptions();
        configure(options);
        ArgumentNullException.ThrowIfNull(options.Uri);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Exchange);
        ArgumentException.ThrowIfNullOrWhiteSpace(options.Source);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.MaxMessageSize);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(options.PublishTimeout, TimeSpan.Zero);
        transport.Use(_ => new RabbitMqTransport(options));
    }

    /// <summary>
    /// Handles messages of RabbitMQ in this process: each reaches the handlers that run after the commit, in the transaction of the outbox's
    /// database that <see cref="InboxTransaction"/> holds.
    /// </summary>
    /// <param name="outbox">The outbox, whose database holds the inbox.</param>
    /// <param name="configure">Names the broker and the queue.</param>
    /// <returns>The same outbox.</returns>
    /// <exception cref="ArgumentException">The queue or the exchange has no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or the delay is out of range: the parameter's name says which option.</exception>
    public static OutboxBuilder ConsumeFromRabbitMq(this OutboxBuilder outbox, Action<RabbitMqConsumerOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(configure);
        var options = new RabbitMqConsumerOptions();
        configure(options);
        if (string.IsNullOrWhiteSpace(options.Queue))
        {
            throw new ArgumentException("The consumer has no queue. Set RabbitMqConsumerOptions.Queue to a name of its own.", nameof(configure));
        }

        ArgumentException.ThrowIfNullOrWhiteSpace(options.Exchange);
        ArgumentNullException.ThrowIfNull(options.Uri);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDeliveries, 1);
        ArgumentOutOfRangeException.ThrowIfZero(options.Prefetch);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.RetryDelay, TimeSpan.Zero);
        outbox.Services.TryAddScoped(_ => new InboxTransaction());
        outbox.Services.AddSingleton<IHostedService>(services => new RabbitMqConsumer(
            options,
            services.GetRequiredService<SqlDatabase>(),
            services.GetRequiredService<IInbox>(),
            services.GetRequiredService<OutboxMessageFactory>(),
            services.GetRequiredService<DomainEventPublisher>(),
            services.GetRequiredService<IServiceScopeFactory>(),
            services.GetService<TimeProvider>() ?? TimeProvider.System,
            services.GetService<ILogger<RabbitMqConsumer>>() ?? (ILogger)NullLogger.Instance));
        return outbox;
    }
}
