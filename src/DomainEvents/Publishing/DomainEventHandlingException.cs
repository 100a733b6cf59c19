namespace DomainEvents;

/// <summary>
/// Handlers of an event threw. Every other handler has run, but for
/// <see cref="HandlerPhase.InTransaction"/> handlers of a unit of work, of which the first error is the last. <see cref="AggregateException.InnerExceptions"/> holds what they threw, in
/// the order of the handlers; of a batch, what the publish of each failed event threw, in the order of the events.
/// </summary>
public sealed class DomainEventHandlingException : AggregateException
{
    internal DomainEventHandlingException(
        string message, string? eventType, IReadOnlyList<string> failedHandlers, IEnumerable<Exception> innerExceptions, HandlerPhase? phase = null)
        : base(message, innerExceptions)
    {
        Message = message;
        EventType = eventType;
        FailedHandlers = failedHandlers;
        Phase = phase;
    }

    /// <summary>One line that names the event and, for each handler that threw, what it threw.</summary>
    public override string Message { get; }

    /// <summary>The event type, such as <c>strategy.created</c>; <see langword="null"/> for a batch.</summary>
    public string? EventType { get; }

    /// <summary>The names of the handlers that threw, one for each inner exception; of a batch, those of all its events.</summary>
    public IReadOnlyList<string> FailedHandlers { get; }

    /// <summary>
    /// From a unit of work, whether it is undone or done: <see cref="HandlerPhase.InTransaction"/> means that nothing was committed,
    /// <see cref="HandlerPhase.AfterCommit"/> that the transaction has committed and must not be tried again. <see langword="null"/> from
    /// a plain publish.
    /// </summary>
    public HandlerPhase? Phase { get; }
}
