using System.Globalization;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Concurrency;

/// <summary>Two threads that subscribe and end subscriptions of every kind without a pause, and two that publish meanwhile.</summary>
public sealed class ChurnTests
{
    private const int Kinds = 7;

    // A second here, a minute where changes are judged.
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("CHURN_SECONDS") ?? "1", CultureInfo.InvariantCulture));

    [Fact]
    public async Task Churn_disturbs_neither_who_stays_nor_their_order_and_leaves_nothing_behind()
    {
        using var publisher = new TestModule().Publisher();
        var staying = new Staying(publisher);
        using var stop = new CancellationTokenSource();
        Task<long>[] publishing = [Publish(publisher, staying, stop.Token), Publish(publisher, staying, stop.Token)];
        Task<long>[] churning = [Churn(publisher, 1), Churn(publisher, 2)];

        var changes = (await Task.WhenAll(churning)).Sum();
        await stop.CancelAsync();
        var publishes = (await Task.WhenAll(publishing)).Sum();

        TestContext.Current.SendDiagnosticMessage($"{changes} changes, {publishes} publishes");
        Assert.Equal(publishes * Staying.Count, staying.Calls);
        Assert.Equal(0, staying.Misplaced);
        Assert.Equal(Staying.Count, publisher.Subscriptions.Count);
        Assert.All(publisher.Subscriptions.Snapshot(), static row => Assert.Equal(typeof(OrderPlaced), row.EventType));
    }

    private static Task<long> Publish(DomainEventPublisher publisher, Staying staying, CancellationToken stop) => OnOwnThread(() =>
    {
        var publishes = 0L;
        do
        {
            staying.Begin();
            var pending = publisher.PublishAsync(new OrderPlaced(), CancellationToken.None);
            Assert.True(pending.IsCompletedSuccessfully);
            pending.GetAwaiter().GetResult();
            publishes++;
        }
        while (!stop.IsCancellationRequested);

        return publishes;
    });

    private static Task<long> Churn(DomainEventPublisher publisher, int seed) => OnOwnThread(() =>
    {
        var random = new Random(seed);
        var owner = new object();
        var live = new List<EventSubscription>();
        var changes = 0L;
        for (var began = TimeProvider.System.GetTimestamp(); TimeProvider.System.GetElapsedTime(began) < s_duration; changes++)
        {
            // Up to some hundreds and down to none again, so that lists grow, shrink and empty.
            if (random.Next(400) >= live.Count)
            {
                live.Add(Subscribe(publisher, random.Next(Kinds), owner));
            }
            else if (random.Next(1_000) == 0)
            {
                publisher.UnsubscribeOwner(owner);
                live.ForEach(static subscription => subscription.Dispose());
                live.Clear();
            }
            else
            {
                var at = random.Next(live.Count);
                live[at].Dispose();
                live.RemoveAt(at);
            }
        }

        live.ForEach(static subscription => subscription.Dispose());
        return changes;
    });

    private static EventSubscription Subscribe(DomainEventPublisher publisher, int kind, object owner) => kind switch
    {
        0 => publisher.Subscribe<ITenantEvent>(static _ => { }),
        1 => publisher.SubscribeAll(static _ => { }),
        2 => publisher.SubscribeOwned<OrderPlaced>(owner, static _ => { }),
        3 => publisher.SubscribeWeak<object, OrderPlaced>(owner, static (_, _) => { }),
        4 => publisher.SubscribeWeak<object, OrderPlaced>(new object(), static (_, _) => { }),
        5 => publisher.Subscribe<OrderPlaced>(static (_, _) => default),
        _ => publisher.Subscribe<OrderPlaced>(static _ => { }),
    };

    private static Task<long> OnOwnThread(Func<long> run) =>
        Task.Factory.StartNew(run, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>Subscriptions that stay from the beginning to the end.</summary>
    private sealed class Staying
    {
        public const int Count = 5;

        private readonly ThreadLocal<int> _next = new();
        private long _calls;
        private long _misplaced;

        public Staying(DomainEventPublisher publisher)
        {
            for (var i = 0; i < Count; i++)
            {
                var number = i;
                publisher.Subscribe<OrderPlaced>(_ => Note(number));
            }
        }

        public long Calls => Interlocked.Read(ref _calls);

        public long Misplaced => Interlocked.Read(ref _misplaced);

        /// <summary>The calling thread begins a publish.</summary>
        public void Begin() => _next.Value = 0;

        private void Note(int number)
        {
            Interlocked.Increment(ref _calls);
            if (_next.Value++ != number)
            {
                Interlocked.Increment(ref _misplaced);
            }
        }
    }
}
