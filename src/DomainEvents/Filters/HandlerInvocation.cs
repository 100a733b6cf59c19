using DomainEvents.Filters;

namespace DomainEvents;

/// <summary>One call of one handler, as an <see cref="IDomainEventHandlerFilter"/> sees it.</summary>
public readonly struct HandlerInvocation
{
    private readonly FilteredCall _call;
    private readonly int _next;

    internal HandlerInvocation(FilteredCall call, int next, CancellationToken cancellationToken)
    {
        _call = call;
        _next = next;
        CancellationToken = cancellationToken;
    }

    /// <summary>The event.</summary>
    public IDomainEvent DomainEvent => _call.DomainEvent;

    /// <summary>The full name of the handler: <c>Shop.Billing.SendInvoice</c>; for a subscription, a text that names the type subscribed to.</summary>
    public string HandlerName => _call.HandlerName;

    /// <summary>The services of the scope that the handler runs in; <see langword="null"/> where it needs none or there is no container.</summary>
    public IServiceProvider? Services => _call.Services;

    /// <summary>The token that the handler gets.</summary>
    public CancellationToken CancellationToken { get; }

    /// <summary>Calls the next filter, after the last one the handler. For <see cref="IDomainEventHandlerFilter.Invoke"/>.</summary>
    /// <exception cref="InvalidOperationException">The publish is asynchronous.</exception>
    public void Proceed() => _call.Invoke(_next);

    /// <summary>Calls the next filter, after the last one the handler. For <see cref="IDomainEventHandlerFilter.InvokeAsync"/>.</summary>
    /// <exception cref="InvalidOperationException">The publish is synchronous.</exception>
    public ValueTask ProceedAsync() => _call.InvokeAsync(_next, CancellationToken);

    /// <summary>Goes on with another token: one with a time limit, for example.</summary>
    /// <param name="cancellationToken">What the handler gets.</param>
    /// <exception cref="InvalidOperationException">The publish is synchronous.</exception>
    public ValueTask ProceedAsync(CancellationToken cancellationToken) => _call.InvokeAsync(_next, cancellationToken);
}
