using System.Data.Common;
using DomainEvents.Persistence;

namespace Shop;

/// <summary>Writes orders, in the ways that the guide to the outbox shows.</summary>
internal static class Orders
{
    public static async Task PlaceAsync(
        UnitOfWorkFactory units, DbConnection connection, string orderId, decimal total, CancellationToken cancellationToken)
    {
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        await InsertAsync(orderId, total, work.Transaction, cancellationToken);
        work.Raise(new OrderPlaced(orderId, total), new StreamRef($"order-{orderId}", Version: 1));
        await work.CommitAsync(cancellationToken);
    }

    public static async Task PlaceAsync(
        IOutboxStore store, OutboxMessageFactory messages, OutboxSignal signal, DbConnection connection, string orderId, decimal total, CancellationToken cancellationToken)
    {
        await using DbTransaction transaction = await connection.BeginTransactionAsync(cancellationToken);
        await InsertAsync(orderId, total, transaction, cancellationToken);
        var placed = new OrderPlaced(orderId, total);
        await store.AppendAsync(transaction, new[] { messages.Create(placed, new StreamRef($"order-{orderId}", Version: 1)) }, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        signal.Set();
    }

    public static async Task ReplayAsync(IDeadLetters deadLetters)
    {
        await foreach (DeadLetter letter in deadLetters.QueryAsync(new DeadLetterFilter { Type = EventTypes.OrderPlaced }))
        {
            Console.WriteLine($"{letter.DiedAt:u} {letter.Message.Id} {letter.Reason}");
        }

        await deadLetters.ReplayAsync(new DeadLetterFilter { Type = EventTypes.OrderPlaced });
    }

    public static async Task HandleOnceAsync(IInbox inbox, DbTransaction transaction, Guid messageId, CancellationToken cancellationToken)
    {
        if (await inbox.TryBeginAsync(transaction, consumer: "stock", messageId, cancellationToken))
        {
            // Write with this transaction. The note that the message was handled commits with it.
        }
    }

    private static async Task InsertAsync(string orderId, decimal total, DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = FormattableString.Invariant($"insert into orders(id, total) values ('{orderId}', {total})");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
