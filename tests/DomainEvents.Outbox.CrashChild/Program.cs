// A process for the proof: writes, relays and consumes, and sends itself a signal at the step that it is told.
using DomainEvents.Persistence;
using DomainEvents.Persistence.CrashChild;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

var options = new ChildOptions(args);
Accounts.Prepare(options);
var left = options.At?.Count ?? 0;
OutboxProbe.OnReached = step =>
{
    if (options.At?.Step == step && Interlocked.Decrement(ref left) == 0)
    {
        Posix.AppendLine(options.Journal + "." + options.Name, step.ToString());
        Posix.SignalSelf(options.Signal);
    }
};

using var consumer = options.Broker is null ? null : await Consumer.StartAsync(options);
await using var database = consumer?.Services.GetRequiredService<SqlDatabase>() ?? new SqliteDatabase(options.Sqlite);
await new SqlSchema(database).EnsureCreatedAsync();
var store = new CrippledStore(options, new SqlOutboxStore(database));
var signal = new OutboxSignal();
var accounts = new Accounts(options, store, signal);

var relayOptions = new OutboxOptions
{
    RelayName = options.Name,
    BatchSize = 8,
    MaxPartitions = options.MaxPartitions,
    LeaseDuration = options.LeaseDuration,
};
IInbox inbox = options.Without == "inbox" ? new NoInbox() : new SqlInbox(database);
var transport = options.IsMute ? new MuteTransport()
    : consumer?.Services.GetRequiredService<IOutboxTransport>() ?? new JournalTransport(options, inbox);
var relay = new OutboxRelay(store, new WatchedTransport(options, transport), relayOptions, new RelayStatus(), TimeProvider.System, NullLogger.Instance);
var writing = Task.Run(accounts.RunAsync);
if (options.IsWrittenFirst)
{
    await writing;
}

while (true)
{
    var isWritten = writing.IsCompleted && (options.Until is null || File.Exists(options.Until));
    var wait = await relay.StepAsync(TimeSpan.FromMilliseconds(20), CancellationToken.None, CancellationToken.None);
    if (isWritten && wait > TimeSpan.Zero && (await store.ReadStatisticsAsync(CancellationToken.None)).Pending == 0)
    {
        break;
    }

    if (wait > TimeSpan.Zero)
    {
        await signal.WaitAsync(TimeSpan.FromMilliseconds(20), TimeProvider.System, CancellationToken.None);
    }
}

await writing;
await relay.LeaveAsync(CancellationToken.None);
await (consumer?.StopAsync() ?? Task.CompletedTask);
