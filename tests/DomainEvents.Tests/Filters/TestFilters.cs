using System.Collections.Concurrent;

namespace DomainEvents.Tests.Filters;

/// <summary>Notes what happens around it.</summary>
internal sealed class NotingFilter(string name, ConcurrentQueue<string> calls) : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        calls.Enqueue($"{name} before {invocation.HandlerName}");
        invocation.Proceed();
        calls.Enqueue($"{name} after");
    }

    public async ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        calls.Enqueue($"{name} before async {invocation.HandlerName}");
        await invocation.ProceedAsync();
        calls.Enqueue($"{name} after");
    }
}

/// <summary>Tries until it succeeds.</summary>
internal sealed class RetryFilter : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        while (true)
        {
            try
            {
                invocation.Proceed();
                return;
            }
            catch (TimeoutException)
            {
            }
        }
    }

    public async ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        while (true)
        {
            try
            {
                await invocation.ProceedAsync();
                return;
            }
            catch (TimeoutException)
            {
            }
        }
    }
}

/// <summary>Leaves one handler out.</summary>
internal sealed class SkippingFilter(string handler) : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        if (invocation.HandlerName != handler)
        {
            invocation.Proceed();
        }
    }

    public ValueTask InvokeAsync(HandlerInvocation invocation) => default;
}

/// <summary>Throws instead of the handler.</summary>
internal sealed class RefusingFilter : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation) => throw new FormatException(invocation.DomainEvent.EventType);

    public ValueTask InvokeAsync(HandlerInvocation invocation) => throw new FormatException(invocation.DomainEvent.EventType);
}

/// <summary>Replaces the token.</summary>
internal sealed class TokenFilter(CancellationToken token) : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation) => invocation.Proceed();

    public ValueTask InvokeAsync(HandlerInvocation invocation) => invocation.ProceedAsync(token);
}

/// <summary>Goes on in the form of the other API.</summary>
internal sealed class WrongFilter : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation) => _ = invocation.ProceedAsync();

    public ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        invocation.Proceed();
        return default;
    }
}
