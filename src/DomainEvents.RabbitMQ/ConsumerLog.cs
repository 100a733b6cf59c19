using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>What the consumer says.</summary>
internal static partial class ConsumerLog
{
    [LoggerMessage(EventId = 20, Level = LogLevel.Information, Message = "Consumes the queue '{Queue}'.")]
    public static partial void Connected(ILogger logger, string queue);

    [LoggerMessage(EventId = 21, Level = LogLevel.Warning, Message = "The consumer of '{Queue}' has no connection to RabbitMQ. It connects again as soon as it can.")]
    public static partial void ConnectionLost(ILogger logger, string queue, Exception exception);

    [LoggerMessage(EventId = 22, Level = LogLevel.Error, Message = "The consumer of '{Queue}' cannot read message {MessageId}; it goes to the dead letters.")]
    public static partial void Unreadable(ILogger logger, string queue, string? messageId, Exception exception);

    [LoggerMessage(EventId = 23, Level = LogLevel.Warning, Message = "The consumer of '{Queue}' could not handle message {MessageId} ({EventType}); it is delivered again.")]
    public static partial void Failed(ILogger logger, string queue, Guid messageId, string eventType, Exception exception);
}
