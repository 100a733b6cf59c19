using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.Relay;

/// <summary>What the relay says: a line for each change of state, none for each failure of the same kind.</summary>
internal static partial class RelayLog
{
    [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The outbox cannot send: {Reason} Messages are kept and sent later; no attempt is spent on them.")]
    public static partial void TransportDown(ILogger logger, string reason);

    [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "The outbox can send again.")]
    public static partial void TransportUp(ILogger logger);

    [LoggerMessage(EventId = 3, Level = LogLevel.Error, Message = "The outbox cannot reach its store. It tries again until it can.")]
    public static partial void StoreDown(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 4, Level = LogLevel.Information, Message = "The outbox can reach its store again.")]
    public static partial void StoreUp(ILogger logger);

    [LoggerMessage(EventId = 5, Level = LogLevel.Error, Message = "Message {MessageId} ({EventType}) went to the dead letters: {Reason}")]
    public static partial void Buried(ILogger logger, Guid messageId, string eventType, string reason);

    [LoggerMessage(EventId = 6, Level = LogLevel.Warning, Message = "This relay lost its partitions to another one: it was not heard of for longer than a lease. What it had sent and not noted is sent again.")]
    public static partial void LeaseLost(ILogger logger);

    [LoggerMessage(EventId = 7, Level = LogLevel.Warning, Message = "This relay could not give its partitions back. Another one takes them when the leases end.")]
    public static partial void LeaveFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 8, Level = LogLevel.Warning, Message = "Listening for commits of other processes failed; the relay polls meanwhile, and listens again in a while.")]
    public static partial void WakeSourceFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 9, Level = LogLevel.Warning, Message = "Cleaning up the outbox failed; it is tried again later.")]
    public static partial void CleanUpFailed(ILogger logger, Exception exception);

    [LoggerMessage(EventId = 10, Level = LogLevel.Error, Message = "The tables of the outbox cannot be made ready. It is tried again until they are.")]
    public static partial void SchemaFailed(ILogger logger, Exception exception);
}
