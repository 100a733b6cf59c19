using DomainEvents;
using DomainEvents.Persistence;

namespace Shop;

public sealed class Reserve(InboxTransaction inbox) : IAsyncDomainEventHandler<OrderPlaced>
{
    public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        await using var command = inbox.Transaction.Connection!.CreateCommand();
        command.Transaction = inbox.Transaction;
        command.CommandText = "insert into reservation(order_id) values (@order)";
        var order = command.CreateParameter();
        (order.ParameterName, order.Value) = ("order", domainEvent.OrderId);
        command.Parameters.Add(order);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
