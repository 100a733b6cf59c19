using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests.Guide;

[DomainEvent]
public sealed partial record MoneyDeposited(string AccountId, decimal Amount);

public sealed class Account : AggregateRoot
{
    public required string Id { get; init; }

    public decimal Balance { get; private set; }

    public long Version { get; private set; }

    public void Deposit(decimal amount)
    {
        Balance += amount;
        Version++;
        Raise(new MoneyDeposited(Id, amount));
    }
}

public sealed class BankContext(DbContextOptions<BankContext> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Account>().Property(account => account.Version).IsConcurrencyToken();
        modelBuilder.AddOutbox();
    }
}

internal sealed class Bank
{
    public List<decimal> Deposits { get; } = [];

    public static void Describe(IServiceCollection services, string connectionString)
    {
        services.AddDomainEvents();
        services.AddOutbox(outbox => outbox.UseSqlite(connectionString));
        services.AddDbContext<BankContext>(options => options.UseSqlite(connectionString).UseDomainEvents());
    }

    public static async Task SaveAsync(BankContext context, Account account, CancellationToken cancellationToken)
    {
        account.Deposit(10m);
        await context.SaveChangesAsync(cancellationToken);
    }

    public static async Task WriteAsync(UnitOfWorkFactory units, SqliteConnection connection, Account account, CancellationToken cancellationToken)
    {
        await using IUnitOfWork work = await units.BeginAsync(connection, cancellationToken: cancellationToken);
        work.Enlist(account, () => new StreamRef($"account-{account.Id}", account.Version));
        account.Deposit(10m);
        await UpdateAsync(account, work.Transaction, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }

    public static async Task TryAsync(IUnitOfWork work, CancellationToken cancellationToken)
    {
        ISavepoint point = await work.SavepointAsync(cancellationToken);
        try
        {
            await TransferAsync(work, cancellationToken);
        }
        catch (InvalidOperationException)
        {
            await point.RollbackAsync(cancellationToken);
        }
    }

    private static async Task UpdateAsync(Account account, System.Data.Common.DbTransaction transaction, CancellationToken cancellationToken)
    {
        await using var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = FormattableString.Invariant($"update \"Accounts\" set \"Balance\" = {account.Balance}, \"Version\" = {account.Version}");
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static Task TransferAsync(IUnitOfWork work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        work.Raise(new MoneyDeposited("2", 5m));
        throw new InvalidOperationException("There is no such account.");
    }
}
