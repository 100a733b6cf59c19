using Microsoft.Extensions.Logging;
using Ordering.Domain;

namespace Ordering.Application;

public sealed class ValidateOrAddBuyer(IBuyerRepository buyers, ILogger<ValidateOrAddBuyer> log) : IAsyncDomainEventHandler<OrderStarted>
{
    public async ValueTask HandleAsync(OrderStarted domainEvent, CancellationToken cancellationToken)
    {
        Buyer? buyer = await buyers.FindAsync(domainEvent.UserId, cancellationToken);
        buyer ??= buyers.Add(new Buyer(domainEvent.UserId, domainEvent.UserName));
        buyer.Verify(domainEvent.OrderId, "card on " + domainEvent.OccurredAt);
        log.LogInformation("Buyer {Buyer} of order {Order}", buyer.Id, domainEvent.OrderId);
    }
}

public sealed class AssignBuyer(IOrderRepository orders) : IAsyncDomainEventHandler<BuyerPaymentMethodVerified>
{
    public async ValueTask HandleAsync(BuyerPaymentMethodVerified domainEvent, CancellationToken cancellationToken)
    {
        if (await orders.FindAsync(domainEvent.OrderId, cancellationToken) is not { } order)
        {
            return;
        }

        order.AssignBuyer(domainEvent.BuyerId);
        await orders.SaveAsync(order, cancellationToken);
    }
}

public sealed class StatusNotifications(INotifier notifier, ILogger<StatusNotifications> log) :
    IAsyncDomainEventHandler<OrderStatusChangedToAwaitingValidation>,
    IAsyncDomainEventHandler<OrderShipped>,
    IAsyncDomainEventHandler<OrderCancelled>
{
    public ValueTask HandleAsync(OrderStatusChangedToAwaitingValidation domainEvent, CancellationToken cancellationToken) =>
        notifier.TellAsync(domainEvent.OrderId, EventTypes.OrderStatusChangedToAwaitingValidation, cancellationToken);

    public ValueTask HandleAsync(OrderShipped domainEvent, CancellationToken cancellationToken) =>
        notifier.TellAsync(domainEvent.OrderId, domainEvent.EventType, cancellationToken);

    public async ValueTask HandleAsync(OrderCancelled domainEvent, CancellationToken cancellationToken)
    {
        try
        {
            await notifier.TellAsync(domainEvent.OrderId, domainEvent.EventType, cancellationToken);
        }
        catch (TimeoutException exception)
        {
            log.LogWarning(exception, "Nobody was told of {Order}", domainEvent.OrderId);
        }
    }
}

public static class Journal
{
    [DomainEventHandler(Order = -10)]
    public static void Write(IDomainEvent domainEvent, ILogger<Order> log) => log.LogDebug("{Type} {Id}", domainEvent.EventType, domainEvent.EventId);
}

public interface INotifier
{
    ValueTask TellAsync(Guid orderId, string what, CancellationToken cancellationToken);
}
