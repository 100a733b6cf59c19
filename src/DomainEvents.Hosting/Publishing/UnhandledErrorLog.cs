using Microsoft.Extensions.Logging;

namespace DomainEvents.Hosting.Publishing;

/// <summary>Writes the errors that no caller sees to the application's log.</summary>
internal static partial class UnhandledErrorLog
{
    public static void Write(ILogger logger, Exception exception) => HandlerFailed(logger, exception);

    [LoggerMessage(EventId = 1, Level = LogLevel.Error, Message = "A domain event handler failed off its caller's path.")]
    private static partial void HandlerFailed(ILogger logger, Exception exception);
}
