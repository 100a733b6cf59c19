using DomainEvents.Persistence.Serialization;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace DomainEvents.Persistence.Tests.Registration;

public sealed class OutboxServiceTests : IAsyncDisposable
{
    private readonly SqliteTestDatabase _database = new();
    private readonly SignallingTransport _transport = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Host_creates_the_tables_and_sends_what_is_committed()
    {
        using var host = CreateHost();
        await host.StartAsync(Token);

        await CommitAsync(host, "A-17");

        Assert.Equal("A-17", await _transport.Received.Task.WaitAsync(Token));
        await host.StopAsync(Token);
    }

    [Fact]
    public void Container_with_an_outbox_can_be_disposed_of_synchronously()
    {
        using var host = CreateHost();
        var services = Assert.IsType<ServiceProvider>(host.Services);
        Assert.NotNull(services.GetRequiredService<IOutboxStore>());

        services.Dispose();

        Assert.Throws<ObjectDisposedException>(() => services.GetRequiredService<IOutboxStore>());
    }

    [Fact]
    public async Task Host_that_stops_gives_its_partitions_back()
    {
        using var host = CreateHost();
        await host.StartAsync(Token);
        await CommitAsync(host, "A-17");
        await _transport.Received.Task.WaitAsync(Token);

        await host.StopAsync(Token);

        var statistics = await _database.Store.ReadStatisticsAsync(Token);
        Assert.Equal((0, 0, OutboxPartition.Count), (statistics.Pending, statistics.Relays, statistics.UnownedPartitions));
    }

    [Fact]
    public async Task Host_without_a_relay_sends_nothing()
    {
        using var host = CreateHost(outbox => outbox.Options.RunRelay = false);
        await host.StartAsync(Token);
        await CommitAsync(host, "A-17");
        await host.StopAsync(Token);

        Assert.Equal(1, await _database.CountAsync("outbox"));
        Assert.False(_transport.Received.Task.IsCompleted);
    }

    [Fact]
    public async Task Host_that_may_not_create_the_tables_does_not_start_without_them()
    {
        using var host = CreateHost(outbox => outbox.Options.CreateSchema = false);

        await Assert.ThrowsAsync<OutboxSchemaException>(() => host.StartAsync(Token));
    }

    [Fact]
    public async Task Health_is_good_while_messages_go_out_and_bad_when_the_oldest_is_too_old()
    {
        using var host = CreateHost(outbox => outbox.Options.RunRelay = false);
        await host.StartAsync(Token);
        await _database.Store.AcquireAsync("elsewhere", OutboxPartition.Count, TimeSpan.FromHours(1), Token);
        var check = host.Services.GetRequiredService<OutboxHealthCheck>();
        Assert.Equal(HealthStatus.Healthy, (await check.CheckHealthAsync(new HealthCheckContext(), Token)).Status);

        await CommitAsync(host, "A-17");
        await _database.ExecuteAsync("update outbox set added_at = added_at - 120000");
        var degraded = await check.CheckHealthAsync(new HealthCheckContext(), Token);
        await _database.ExecuteAsync("update outbox set added_at = added_at - 1200000");
        var unhealthy = await check.CheckHealthAsync(new HealthCheckContext(), Token);

        Assert.Equal((HealthStatus.Degraded, HealthStatus.Unhealthy), (degraded.Status, unhealthy.Status));
        Assert.Equal(1L, unhealthy.Data["pending"]);
        await host.StopAsync(Token);
    }

    [Fact]
    public void Relay_polls_as_often_as_suits_its_store_unless_told_otherwise()
    {
        Assert.Equal(TimeSpan.FromSeconds(1), PollIntervalOf(static outbox => outbox.UseSqlite("Data Source=x.db")));
        Assert.Equal(TimeSpan.FromSeconds(5), PollIntervalOf(static outbox => outbox.UsePostgreSql("Host=x")));
        Assert.Equal(TimeSpan.FromSeconds(1), PollIntervalOf(outbox => outbox.UseStore(_ => _database.Store)));
        Assert.Equal(TimeSpan.FromSeconds(9), PollIntervalOf(static outbox => outbox.UsePostgreSql("Host=x").Options.PollInterval = TimeSpan.FromSeconds(9)));

        static TimeSpan PollIntervalOf(Action<OutboxBuilder> configure)
        {
            using var services = new ServiceCollection().AddOutbox(configure).BuildServiceProvider();
            return OutboxServiceCollectionExtensions.PollIntervalOf(services);
        }
    }

    [Fact]
    public void Outbox_without_a_store_is_refused()
    {
        var exception = Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddOutbox(_ => { }));

        Assert.Contains("UseSqlite", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Outbox_is_added_once_with_one_store_and_one_transport()
    {
        var services = new ServiceCollection().AddOutbox(outbox => outbox.UseSqlite("Data Source=x.db"));

        Assert.Throws<InvalidOperationException>(() => services.AddOutbox(outbox => outbox.UseSqlite("Data Source=x.db")));
        Assert.Throws<InvalidOperationException>(() =>
            new ServiceCollection().AddOutbox(outbox => outbox.UseSqlite("Data Source=x.db").UseSqlite("Data Source=y.db")));
        Assert.Throws<InvalidOperationException>(() => new ServiceCollection().AddOutbox(outbox =>
            outbox.UseSqlite("Data Source=x.db").PublishTo(to => to.Use(_ => _transport)).PublishTo(to => to.Use(_ => _transport))));
    }

    [Theory]
    [InlineData("Data Source=:memory:")]
    [InlineData("Mode=Memory;Data Source=x")]
    public void Sqlite_in_memory_is_refused(string connectionString) =>
        Assert.Throws<ArgumentException>("connectionString", () => new ServiceCollection().AddOutbox(outbox => outbox.UseSqlite(connectionString)));

    [Fact]
    public void Option_out_of_range_is_named()
    {
        var exception = Assert.Throws<ArgumentOutOfRangeException>(() => new ServiceCollection().AddOutbox(outbox =>
        {
            outbox.UseSqlite("Data Source=x.db");
            outbox.Options.LeaseDuration = TimeSpan.FromSeconds(6);
        }));

        Assert.Contains("OutboxOptions.LeaseDuration must exceed PublishTimeout", exception.Message, StringComparison.Ordinal);
    }

    private IHost CreateHost(Action<OutboxBuilder>? configure = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddSingleton<IEventSerializer>(new TestSerializer());
        builder.Services.AddOutbox(outbox =>
        {
            outbox.UseSqlite(_database.ConnectionString).PublishTo(to => to.Use(_ => _transport));
            configure?.Invoke(outbox);
        });
        return builder.Build();
    }

    private async Task CommitAsync(IHost host, string order)
    {
        await _database.AppendAsync(host.Services.GetRequiredService<OutboxMessageFactory>().Create(new OrderPlaced(order)));
        host.Services.GetRequiredService<OutboxSignal>().Set();
    }

    private sealed class SignallingTransport : IOutboxTransport
    {
        public TaskCompletionSource<string> Received { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken)
        {
            Received.TrySetResult(TestMessages.TextOf(message));
            return ValueTask.FromResult(PublishOutcome.Confirmed);
        }
    }
}
