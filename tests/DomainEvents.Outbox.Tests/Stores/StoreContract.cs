using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Stores;

/// <summary>What every store must do. A store's own class derives from it and names the database.</summary>
public abstract partial class StoreContract : IAsyncLifetime
{
    private static readonly TimeSpan s_duration = TimeSpan.FromMinutes(5);

    private TestDatabase _database = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private IOutboxStore Store => _database.Store;

    public async ValueTask InitializeAsync()
    {
        _database = await CreateAsync();
        if (_database.Schema is { } schema && CreatesSchema)
        {
            await schema.EnsureCreatedAsync(Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract Task<TestDatabase> CreateAsync();

    private static bool CreatesSchema => TestContext.Current.TestMethod?.MethodName.StartsWith("Schema_", StringComparison.Ordinal) != true;

    private async Task<IReadOnlyList<PartitionLease>> AcquireAsync(string owner = "a", int max = OutboxPartition.Count) =>
        await Store.AcquireAsync(owner, max, s_duration, Token);

    private async Task<OutboxBatch> ReadAsync(IReadOnlyList<PartitionLease> leases, int max = 1000)
    {
        var batch = new OutboxBatch();
        var count = await Store.ReadAsync(leases, batch, max, s_duration, Token);
        Assert.Equal(count, batch.Count);
        return batch;
    }

    private async Task<string[]> ReadTextsAsync(IReadOnlyList<PartitionLease> leases, int max = 1000) =>
        [.. (await ReadAsync(leases, max)).Entries.Select(entry => TestMessages.TextOf(entry.Message))];
}
