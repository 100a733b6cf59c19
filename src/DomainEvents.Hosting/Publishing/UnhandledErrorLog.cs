using Microsoft.Extensions.Logging;

namespace DomainEvents.Hosting.Publishing;

/// <summary>Writes the errors that no caller sees to the application's log, with the event and the handlers where they are known.</summary>
internal static partial class UnhandledErrorLog
{
    public static void Write(ILogger logger, Exception exception)
    {
        if (exception is DomainEventHandlingException { EventType: { } eventType } failure)
        {
            HandlersFailed(logger, eventType, string.Join(", ", failure.FailedHandlers), exception);
        }
        else
        {
            Failed(logger, exception);
        }
    }

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "Handling {EventType} failed in {Handlers}. The publisher's caller was not told.")]
    private static partial void HandlersFailed(ILogger logger, string eventType, string handlers, Exception exception);

    [LoggerMessage(EventId = 2, Level = LogLevel.Error, Message = "A domain event publisher met an error that it could tell no caller.")]
    private static partial void Failed(ILogger logger, Exception exception);
}
