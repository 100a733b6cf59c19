using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>
/// Sends messages over one channel, so that a lost connection loses the last ones only, and awaits the broker's confirm for each. The
/// client's own recovery is off: what was on its way when a connection broke is the relay's to send again, not the client's.
/// </summary>
internal sealed class RabbitMqTransport(RabbitMqOptions options) : IOutboxTransport, IAsyncDisposable, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private IConnection? _connection;
    private IChannel? _channel;

    public TimeSpan? PublishTimeout => options.PublishTimeout;

    public string MessagingSystem => RabbitMqTopology.MessagingSystem;

    /// <summary>As OpenTelemetry's conventions for RabbitMQ want it.</summary>
    public string DestinationOf(in OutboxMessage message) => $"{options.Exchange}:{message.Type}";

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) =>
        message.Data.Length > options.MaxMessageSize
            ? ValueTask.FromResult(PublishOutcome.Reject(
                $"The payload has {message.Data.Length} bytes, more than RabbitMqOptions.MaxMessageSize ({options.MaxMessageSize}) allows."))
            : SendAsync(message, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await DropAsync(_channel).ConfigureAwait(false);
        _turn.Dispose();
    }

    /// <summary>For containers that are disposed of synchronously.</summary>
    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    private async ValueTask<PublishOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        IChannel? channel = null;
        try
        {
            ValueTask confirm;
            await _turn.WaitAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // Called in turn, awaited out of it: the channel keeps the order in which it is called.
                channel = await ConnectAsync(cancellationToken).ConfigureAwait(false);
                confirm = channel.BasicPublishAsync(
                    options.Exchange,
                    message.Type,
                    mandatory: true,
                    CloudEventHeaders.Write(message, options.Source),
                    message.Data,
                    cancellationToken);
            }
            finally
            {
                _turn.Release();
            }

            await confirm.ConfigureAwait(false);
            return PublishOutcome.Confirmed;
        }
        catch (PublishException exception) when (exception.IsReturn)
        {
            return PublishOutcome.Reject(
                $"No queue takes '{message.Type}' from the exchange '{options.Exchange}': bind one, then replay the message.");
        }
        catch (PublishException)
        {
            return PublishOutcome.Retry("The broker refused to confirm the message.");
        }
        catch (Exception exception) when (exception is RabbitMQClientException or IOException or ObjectDisposedException or TimeoutException or OperationCanceledException or System.Net.Sockets.SocketException)
        {
            await DropAsync(channel).ConfigureAwait(false);
            return PublishOutcome.Unavailable($"RabbitMQ at {options.Uri.Host}:{options.Uri.Port} does not answer: {exception.Message}");
        }
    }

    /// <summary>Only in turn.</summary>
    private async ValueTask<IChannel> ConnectAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
        {
            return open;
        }

        if (_connection is { } broken)
        {
            _connection = null;
            await CloseAsync(broken).ConfigureAwait(false);
        }

        _connection = await RabbitMqConnection.OpenAsync(options.Uri, "outbox", cancellationToken).ConfigureAwait(false);
        var channel = await _connection.CreateChannelAsync(
            new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true),
            cancellationToken).ConfigureAwait(false);
        if (options.DeclareExchange)
        {
            await channel.ExchangeDeclareAsync(options.Exchange, ExchangeType.Topic, durable: true, cancellationToken: cancellationToken)
                .ConfigureAwait(false);
        }

        return _channel = channel;
    }

    /// <summary>Gives a connection up, unless another message's failure has done so already.</summary>
    private async ValueTask DropAsync(IChannel? channel)
    {
        if (Interlocked.CompareExchange(ref _channel, null, channel) == channel && Interlocked.Exchange(ref _connection, null) is { } connection)
        {
            await CloseAsync(connection).ConfigureAwait(false);
        }
    }

    private static async ValueTask CloseAsync(IConnection connection)
    {
        try
        {
            await connection.DisposeAsync().ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is RabbitMQClientException or IOException or ObjectDisposedException or TimeoutException or OperationCanceledException)
        {
            // It was broken: that is why it is closed.
        }
    }
}
