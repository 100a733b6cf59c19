using System.Diagnostics;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>
/// Takes messages one after the other, publishes each to the handlers of this process in a scope and a transaction of its own, and
/// acknowledges it after the commit. What arrives again was handled already, and is acknowledged without being handled.
/// </summary>
internal sealed class RabbitMqConsumer(
    RabbitMqConsumerOptions options,
    SqlDatabase database,
    IInbox inbox,
    OutboxMessageFactory messages,
    DomainEventPublisher publisher,
    IServiceScopeFactory scopes,
    TimeProvider timeProvider,
    ILogger logger) : BackgroundService
{
    private static readonly TimeSpan s_longestWait = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        for (var failures = 0; !stoppingToken.IsCancellationRequested;)
        {
            try
            {
                await ConsumeAsync(() => failures = 0, stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (!stoppingToken.IsCancellationRequested)
            {
                if (failures == 0)
                {
                    ConsumerLog.ConnectionLost(logger, options.Queue, exception);
                }

                var wait = Backoff.Delay(failures++, TimeSpan.FromSeconds(1), s_longestWait, Random.Shared.NextDouble());
                await Task.Delay(wait, timeProvider, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task ConsumeAsync(Action onConnected, CancellationToken stopping)
    {
        var connection = await RabbitMqConnection.OpenAsync(options.Uri, options.Queue, stopping).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: stopping).ConfigureAwait(false);
            if (options.Declare)
            {
                await RabbitMqTopology.DeclareAsync(channel, options, stopping).ConfigureAwait(false);
            }

            await channel.BasicQosAsync(0, options.Prefetch, global: false, stopping).ConfigureAwait(false);
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            channel.ChannelShutdownAsync += (_, reason) =>
            {
                ended.TrySetException(new IOException(reason.ToString()));
                return Task.CompletedTask;
            };
            var consumer = new AsyncEventingBasicConsumer(channel);
            consumer.ReceivedAsync += (_, delivery) => ReceiveAsync(channel, delivery, stopping);
            await channel.BasicConsumeAsync(options.Queue, autoAck: false, consumer, stopping).ConfigureAwait(false);
            onConnected();
            ConsumerLog.Connected(logger, options.Queue);
            await ended.Task.WaitAsync(stopping).ConfigureAwait(false);
        }
    }

    /// <summary>The body is the client's own memory, which is used again when this returns.</summary>
    private async Task ReceiveAsync(IChannel channel, BasicDeliverEventArgs delivery, CancellationToken stopping)
    {
        var start = timeProvider.GetTimestamp();
        var destination = $"{delivery.Exchange}:{delivery.RoutingKey}:{options.Queue}";
        OutboxMessage message;
        IDomainEvent domainEvent;
        try
        {
            message = CloudEventHeaders.Read(delivery.BasicProperties, delivery.Body.ToArray());
            domainEvent = messages.Read(message);
        }
        catch (Exception exception)
        {
            // It would be the same the next time: the broker moves it to the dead letters.
            ConsumerLog.Unreadable(logger, options.Queue, delivery.BasicProperties.MessageId, exception);
            Measure(exception);
            await channel.BasicRejectAsync(delivery.DeliveryTag, requeue: false, stopping).ConfigureAwait(false);
            return;
        }

        try
        {
            await HandleAsync(destination, message, domainEvent, stopping).ConfigureAwait(false);
            Measure(null);
        }
        catch (Exception exception)
        {
            Measure(exception);
            if (!stopping.IsCancellationRequested)
            {
                ConsumerLog.Failed(logger, options.Queue, message.Id, message.Type, exception);
                await Task.Delay(options.RetryDelay, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }

            await channel.BasicNackAsync(delivery.DeliveryTag, multiple: false, requeue: true, CancellationToken.None).ConfigureAwait(false);
            return;
        }

        await channel.BasicAckAsync(delivery.DeliveryTag, multiple: false, CancellationToken.None).ConfigureAwait(false);

        void Measure(Exception? exception) => OutboxMetrics.Consumed(
            RabbitMqTopology.MessagingSystem, destination, timeProvider.GetElapsedTime(start), exception?.GetType().FullName);
    }

    private async Task HandleAsync(string destination, OutboxMessage message, IDomainEvent domainEvent, CancellationToken cancellationToken)
    {
        using var activity = SendActivity.StartProcessing(RabbitMqTopology.MessagingSystem, destination, message);
        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (!await inbox.TryBeginAsync(session.Transaction, options.Queue, message.Id, cancellationToken).ConfigureAwait(false))
            {
                activity?.SetTag("domainevents.outbox.duplicate", true);
                return;
            }

            var scope = scopes.CreateAsyncScope();
            await using (scope.ConfigureAwait(false))
            {
                scope.ServiceProvider.GetRequiredService<InboxTransaction>().Transaction = session.Transaction;
                await publisher.PublishAfterCommitAsync([domainEvent], scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
                OutboxProbe.Reached(OutboxStep.BeforeHandlerCommit);
                await session.CommitAsync(cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
