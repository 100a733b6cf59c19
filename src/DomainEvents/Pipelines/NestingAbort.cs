using System.Runtime.ExceptionServices;

namespace DomainEvents.Pipelines;

/// <summary>
/// Lets the exception for endless nesting pass every handler in between. If each level went on with its next handler instead, two
/// handlers that publish would run two to the power of the depth times.
/// </summary>
internal static class NestingAbort
{
    /// <summary>The exception for endless nesting that this exception is or wraps, or <see langword="null"/>.</summary>
    public static EventNestingException? Find(Exception? exception)
    {
        while (exception is not null and not EventNestingException)
        {
            exception = exception.InnerException;
        }

        return exception as EventNestingException;
    }

    /// <summary>Rethrows the exception for endless nesting, if this exception is or wraps one.</summary>
    public static void ThrowIfAborted(Exception? exception)
    {
        if (Find(exception) is { } abort)
        {
            ExceptionDispatchInfo.Throw(abort);
        }
    }
}
