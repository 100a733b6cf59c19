using DomainEvents;
using DomainEvents.Persistence;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Trading.Application;

namespace Trading.Storage;

/// <summary>A host that keeps what the backtest does in a file, and delivers the durable events that are written there.</summary>
public sealed class TradingDatabase : IDisposable
{
    private static readonly TimeSpan s_look = TimeSpan.FromMilliseconds(20);

    private readonly IHost _host;
    private readonly IServiceScope _scope;
    private readonly Confirmations _confirmations;

    private TradingDatabase(IHost host, string file)
    {
        _host = host;
        _scope = host.Services.CreateScope();
        Ledger = new Ledger(file, _scope.ServiceProvider.GetRequiredService<UnitOfWorkFactory>());
        _confirmations = new Confirmations(
            file, host.Services.GetRequiredService<IInbox>(), host.Services.GetRequiredService<DomainEventPublisher>());
    }

    /// <summary>Everything that the sample is made of.</summary>
    public IServiceProvider Services => _scope.ServiceProvider;

    public Ledger Ledger { get; }

    /// <exception cref="LedgerException">The file cannot be used.</exception>
    public static TradingDatabase Open(string file, TextWriter output)
    {
        HostApplicationBuilder builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.ConfigureContainer(new DefaultServiceProviderFactory(TradingServices.Validation));
        builder.Services.AddTrading(output);
        builder.Services.AddOutbox(outbox =>
        {
            outbox.UseSqlite(LedgerFile.ConnectionString(file));

            // The one process that uses the file has one name: what a killed one owned is its successor's at once.
            outbox.Options.RelayName = "trading";
        });
        IHost host = builder.Build();
        TradingDatabase? database = null;
        try
        {
            // Before the first message can be delivered, somebody must be there to take it.
            database = new TradingDatabase(host, file);
            host.Start();
            return database;
        }
        catch (Exception exception)
        {
            database?.Dispose();
            host.Dispose();
            throw exception is SqliteException or OutboxSchemaException
                ? new LedgerException($"'{file}' cannot be used: {exception.Message}", exception)
                : exception;
        }
    }

    /// <summary>Waits until every durable event is delivered.</summary>
    /// <returns>Whether they are; not so if the wait was cancelled. The next run on the file delivers the rest.</returns>
    public bool Deliver(CancellationToken cancellationToken)
    {
        try
        {
            DeliverAsync(cancellationToken).GetAwaiter().GetResult();
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _host.StopAsync().GetAwaiter().GetResult();
        _confirmations.Dispose();
        Ledger.Dispose();
        _scope.Dispose();
        _host.Dispose();
    }

    private async Task DeliverAsync(CancellationToken cancellationToken)
    {
        IOutboxStore store = Services.GetRequiredService<IOutboxStore>();
        while ((await store.ReadStatisticsAsync(cancellationToken)).Pending > 0)
        {
            await Task.Delay(s_look, cancellationToken);
        }
    }
}
