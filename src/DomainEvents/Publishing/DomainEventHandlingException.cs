namespace DomainEvents;

/// <summary>Handlers of an event threw. Every other handler has run.</summary>
public sealed class DomainEventHandlingException : AggregateException
{
    internal DomainEventHandlingException(string message, IEnumerable<Exception> innerExceptions)
        : base(message, innerExceptions)
    {
    }
}
