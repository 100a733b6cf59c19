using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Support;
using DomainEvents.Tests.Time;

namespace DomainEvents.Persistence.Tests.Relay;

/// <summary>A relay over a real store, with a transport and a time that the test makes.</summary>
public abstract class RelayTest : IAsyncLifetime
{
    private protected SqliteTestDatabase Database { get; } = new();

    private protected ManualTime Time { get; } = new();

    private protected ScriptedTransport Transport { get; set; } = new();

    private protected OutboxOptions Options { get; } = new() { RelayName = "test" };

    private protected RelayStatus Status { get; } = new();

    private protected ListLogger Log { get; } = new();

    private protected FaultyStore Store { get; private set; } = null!;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected OutboxRelay Relay => field ??= new OutboxRelay(Store, Transport, Options, Status, Time, Log);

    public async ValueTask InitializeAsync()
    {
        await Database.Schema.EnsureCreatedAsync(Token);
        Store = new FaultyStore(Database.Store);
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Database.DisposeAsync();
    }

    private protected Task<TimeSpan> StepAsync() => StepAsync(Relay);

    private protected static Task<TimeSpan> StepAsync(OutboxRelay relay) => relay.StepAsync(TimeSpan.FromSeconds(1), Token, Token);

    private protected Task<List<DeadLetter>> DeadLettersAsync() =>
        Database.DeadLetters.QueryAsync(DeadLetterFilter.All, Token).ToListAsync(Token).AsTask();

    private protected async Task<long> PendingAsync() => await Database.CountAsync("outbox");
}
