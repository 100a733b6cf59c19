using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Guides.Tests;

public sealed class LoggingFilter(ILogger<LoggingFilter> log) : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        log.LogInformation("{Handler} gets {EventType}", invocation.HandlerName, invocation.DomainEvent.EventType);
        invocation.Proceed();
        log.LogInformation("{Handler} is done", invocation.HandlerName);
    }

    public async ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        log.LogInformation("{Handler} gets {EventType}", invocation.HandlerName, invocation.DomainEvent.EventType);
        await invocation.ProceedAsync();
        log.LogInformation("{Handler} is done", invocation.HandlerName);
    }
}

public sealed class TotalIsSane : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        Check(invocation.DomainEvent);
        invocation.Proceed();
    }

    public ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        Check(invocation.DomainEvent);
        return invocation.ProceedAsync();
    }

    private static void Check(IDomainEvent domainEvent)
    {
        if (domainEvent is OrderPlaced { Total: > 1_000_000m } order)
        {
            throw new ValidationException($"Order {order.OrderId} costs {order.Total}: nobody buys that much.");
        }
    }
}

public sealed class RetryFilter(int attempts) : IDomainEventHandlerFilter
{
    public void Invoke(HandlerInvocation invocation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                invocation.Proceed();
                return;
            }
            catch (TimeoutException) when (attempt < attempts)
            {
            }
        }
    }

    public async ValueTask InvokeAsync(HandlerInvocation invocation)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await invocation.ProceedAsync();
                return;
            }
            catch (TimeoutException) when (attempt < attempts)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(50 * attempt), invocation.CancellationToken);
            }
        }
    }
}
