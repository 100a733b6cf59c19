namespace DomainEvents;

/// <summary>A synchronous publish of an event that has asynchronous handlers. No handler has run: use <c>PublishAsync</c>.</summary>
/// <remarks>Subscriptions count too, a lambda that only throws among them: see <see cref="IDomainEventSubscriber.Subscribe{TEvent}(Func{TEvent, Task})"/>.</remarks>
public sealed class AsyncHandlersException : InvalidOperationException
{
    internal AsyncHandlersException(string message, IReadOnlyList<string> handlers)
        : base(message) => Handlers = handlers;

    /// <summary>The names of the handlers that are asynchronous only.</summary>
    public IReadOnlyList<string> Handlers { get; }
}
