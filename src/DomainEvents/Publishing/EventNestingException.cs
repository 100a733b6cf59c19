namespace DomainEvents;

/// <summary>
/// Handlers published events that made handlers publish, deeper on one call stack than
/// <see cref="DomainEventPublisherOptions.MaxDepth"/>: most likely without end. The message shows the chain of events. It ends every
/// publish of the chain at once: the remaining handlers do not run.
/// </summary>
public sealed class EventNestingException : InvalidOperationException
{
    internal EventNestingException(string message)
        : base(message)
    {
    }
}
