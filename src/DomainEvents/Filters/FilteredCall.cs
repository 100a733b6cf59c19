namespace DomainEvents.Filters;

/// <summary>The way of one call through the filters to the handler. Either form is there, the other is <see langword="null"/>.</summary>
internal sealed class FilteredCall(
    IDomainEventHandlerFilter[] filters,
    string handlerName,
    IDomainEvent domainEvent,
    IServiceProvider? services,
    Action<IDomainEvent>? handler,
    Func<IDomainEvent, CancellationToken, ValueTask>? asyncHandler)
{
    public IDomainEvent DomainEvent { get; } = domainEvent;

    public string HandlerName { get; } = handlerName;

    public IServiceProvider? Services { get; } = services;

    public void Invoke(int next)
    {
        if (handler is null)
        {
            throw new InvalidOperationException("The publish is asynchronous: a filter's InvokeAsync goes on with ProceedAsync.");
        }

        if (next == filters.Length)
        {
            handler(DomainEvent);
        }
        else
        {
            filters[next].Invoke(new HandlerInvocation(this, next + 1, CancellationToken.None));
        }
    }

    public ValueTask InvokeAsync(int next, CancellationToken cancellationToken)
    {
        if (asyncHandler is null)
        {
            throw new InvalidOperationException("The publish is synchronous: a filter's Invoke goes on with Proceed.");
        }

        return next == filters.Length
            ? asyncHandler(DomainEvent, cancellationToken)
            : filters[next].InvokeAsync(new HandlerInvocation(this, next + 1, cancellationToken));
    }
}
