using DomainEvents;
using DomainEvents.Persistence;
using Microsoft.Data.Sqlite;
using Trading.Domain.Events;

namespace Trading.Storage;

/// <summary>
/// Confirms each booked trade once. The relay delivers at least once, and again after a crash: the inbox keeps the second delivery from
/// having a second effect, because its note and the confirmation are one transaction.
/// </summary>
public sealed class Confirmations : IDisposable
{
    private readonly string _file;
    private readonly IInbox _inbox;
    private readonly EventSubscription _subscription;

    public Confirmations(string file, IInbox inbox, IDomainEventSubscriber subscriber)
    {
        _file = file;
        _inbox = inbox;
        _subscription = subscriber.Subscribe<TradeBooked>(ConfirmAsync);
    }

    public void Dispose() => _subscription.Dispose();

    private async ValueTask ConfirmAsync(TradeBooked booked, CancellationToken cancellationToken)
    {
        await using SqliteConnection connection = LedgerFile.Open(_file);
        await using SqliteTransaction transaction = connection.BeginTransaction();
        if (await _inbox.TryBeginAsync(transaction, "confirmations", booked.EventId, cancellationToken))
        {
            await using SqliteCommand command = connection.CreateCommand();
            command.Transaction = transaction;
            command.CommandText = "insert into confirmation values (@id, @strategy, @number)";
            command.Parameters.AddWithValue("@id", booked.EventId);
            command.Parameters.AddWithValue("@strategy", booked.StrategyId);
            command.Parameters.AddWithValue("@number", booked.Number);
            await command.ExecuteNonQueryAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }
}
