using System.Data.Common;
using DomainEvents;
using DomainEvents.Persistence;
using Microsoft.Extensions.Logging;
using OrdersPipeline.Contracts;

namespace OrdersPipeline.Shipping;

/// <summary>
/// Writes a shipment for each order. The transaction is the inbox's: a message that arrives twice finds its note there and is not handled
/// again, and one whose process dies before the commit leaves neither note nor shipment.
/// </summary>
internal sealed class Shipments(InboxTransaction inbox, ILogger<Shipments> log) : IAsyncDomainEventHandler<OrderPlaced>
{
    public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        await using DbCommand insert = inbox.Transaction.Connection!.CreateCommand();
        insert.Transaction = inbox.Transaction;
        insert.CommandText = "insert into shipment (order_id, article, quantity) values (@order, @article, @quantity)";
        Add(insert, "order", domainEvent.OrderId);
        Add(insert, "article", domainEvent.Article);
        Add(insert, "quantity", domainEvent.Quantity);
        await insert.ExecuteNonQueryAsync(cancellationToken);
        log.LogInformation("Shipped {Order}: {Quantity} x {Article}", domainEvent.OrderId, domainEvent.Quantity, domainEvent.Article);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        DbParameter parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
