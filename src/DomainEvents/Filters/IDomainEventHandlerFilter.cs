namespace DomainEvents;

/// <summary>
/// Stands around every call of a handler or subscription, for what concerns them all: logging, validation, retries. Given in
/// <see cref="DomainEventPublisherOptions.Filters"/>, or registered in the container as a singleton of this interface. A publisher without
/// filters pays nothing for the possibility.
/// </summary>
/// <remarks>
/// The first filter is the outermost. What a filter throws counts as thrown by the handler. A filter that does not proceed skips the
/// handler; one that proceeds several times repeats it. Around a background handler a filter runs where the handler runs. Implementations
/// are called by several threads at once.
/// </remarks>
public interface IDomainEventHandlerFilter
{
    /// <summary>Stands around a call of a synchronous publish.</summary>
    /// <param name="invocation">The call; <see cref="HandlerInvocation.Proceed"/> makes it.</param>
    void Invoke(HandlerInvocation invocation);

    /// <summary>Stands around a call of an asynchronous publish, also of a handler that is synchronous itself.</summary>
    /// <param name="invocation">The call; <see cref="HandlerInvocation.ProceedAsync()"/> makes it.</param>
    ValueTask InvokeAsync(HandlerInvocation invocation);
}
