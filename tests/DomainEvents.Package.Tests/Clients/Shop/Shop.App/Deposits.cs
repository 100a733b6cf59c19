using System.Data.Common;

namespace Shop.App;

[DomainEvent]
public sealed partial record MoneyDeposited(string AccountId);

[DomainEvent]
public sealed partial record AccountOpened(string AccountId);

[DomainEvent(Durable = true)]
public sealed partial record AccountClosed(string AccountId);

public sealed class Deposits(UnitOfWorkFactory units, IDomainEventPublisher publisher)
{
    public void Open(string accountId) => publisher.Publish(new AccountOpened(accountId));

    /// <summary>Told before it is true: DEVT1402.</summary>
    public async Task DepositAsync(DbConnection connection, string accountId, CancellationToken cancellationToken)
    {
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        await using DbCommand update = connection.CreateCommand();
        update.Transaction = work.Transaction;
        update.CommandText = "update account set balance = balance + 1";
        await update.ExecuteNonQueryAsync(cancellationToken);
        await publisher.PublishAsync(new MoneyDeposited(accountId), cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    /// <summary>Nothing of it stays: DEVT1403.</summary>
    public async Task RepeatAsync(DbConnection connection, string accountId, CancellationToken cancellationToken)
    {
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        work.Raise(new MoneyDeposited(accountId));
    }

    /// <summary>Passes the outbox by: DEVT1404.</summary>
    public async Task CloseAsync(DbConnection connection, string accountId, CancellationToken cancellationToken)
    {
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        publisher.Publish(new AccountClosed(accountId));
        await work.CommitAsync(cancellationToken);
    }
}

public static class Statements
{
    [DomainEventHandler]
    public static void On(AccountOpened domainEvent) => Console.WriteLine($"opened {domainEvent.AccountId}");

    [DomainEventHandler]
    public static void On(MoneyDeposited domainEvent) => Console.WriteLine($"deposited {domainEvent.AccountId}");

    [DomainEventHandler]
    public static void On(AccountClosed domainEvent) => Console.WriteLine($"closed {domainEvent.AccountId}");
}
