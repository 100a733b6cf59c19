using System.Runtime.CompilerServices;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the guide to subscriptions, run.</summary>
public sealed class SubscriptionsGuide
{
    private readonly OrderPlaced _placed = new("O-1", 10m);

    [Fact]
    public void Block_ends_its_subscription()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var log = new List<string>();
        Listen();
        publisher.Publish(_placed);

        Assert.Equal(["O-1"], log);

        void Listen()
        {
            using EventSubscription subscription = publisher.Subscribe<OrderPlaced>(e => log.Add(e.OrderId));

            publisher.Publish(_placed);
        }
    }

    [Fact]
    public void Owner_ends_all_of_its_subscriptions()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var window = new OrderWindow(publisher);
        publisher.Publish(_placed);
        publisher.Publish(new OrderRefused("O-2", "none left"));
        window.Dispose();
        publisher.Publish(_placed);

        Assert.Equal(["placed O-1", "refused O-2"], window.Lines);
        Assert.Equal(0, publisher.Subscriptions.Count);
    }

    [Fact]
    public void Target_that_is_forgotten_is_collected()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var kept = new OrderCount(publisher);
        Forget(publisher);
        publisher.Publish(_placed);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(1, publisher.Subscriptions.Count);
        Assert.Equal(1, kept.Value);
    }

    [Fact]
    public void Context_gets_the_events()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        SynchronizationContext.SetSynchronizationContext(new ImmediateContext());
        using var window = new OrderWindow(publisher);

        publisher.SubscribeOn<OrderPlaced>(SynchronizationContext.Current!, e => window.Lines.Add(e.OrderId));

        publisher.Publish(_placed);
        Assert.Equal(["placed O-1", "O-1"], window.Lines);
    }

    [Fact]
    public async Task Asynchronous_handlers_are_awaited()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var mailer = new Mailer();
        using var window = new OrderWindow(publisher);

        publisher.Subscribe<OrderPlaced>(async (e, cancellationToken) => await mailer.SendAsync(e.OrderId, cancellationToken));
        publisher.SubscribeOwned<OrderPlaced>(window, async e => await mailer.SendAsync(e.OrderId, CancellationToken.None));
        publisher.SubscribeWeak<Mailer, OrderPlaced>(mailer, static async (target, e, token) => await target.SendAsync(e.OrderId, token));

        await publisher.PublishAsync(_placed, TestContext.Current.CancellationToken);
        Assert.Equal(["O-1", "O-1", "O-1"], mailer.Sent);
    }

    [Fact]
    public void Registry_shows_and_ends_what_was_forgotten()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var window = new OrderWindow(publisher);

        foreach (SubscriptionInfo row in publisher.Subscriptions.Snapshot())
        {
            Console.WriteLine($"{row.EventType.Name} of {row.Owner ?? "nobody"}, since {row.RegisteredAt}, last called {row.LastCalledAt}");
        }

        int ended = publisher.Subscriptions.RemoveUnused(TimeSpan.FromHours(1));

        Assert.Equal(0, ended);
    }

    [Fact]
    public void Options_remember_where_a_subscription_came_from()
    {
        var options = new DomainEventPublisherOptions { TrackCreation = true, TrackCalls = true };

        options.Handlers = HandlerTable.Empty;
        using var tracking = new DomainEventPublisher(options);
        using var window = new OrderWindow(tracking);
        tracking.Publish(_placed);

        var row = tracking.Subscriptions.Snapshot()[0];
        Assert.Contains(nameof(OrderWindow), row.CreationStack, StringComparison.Ordinal);
        Assert.Equal(1, row.Calls);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Forget(IDomainEventSubscriber publisher) => _ = new OrderCount(publisher);

    private sealed class ImmediateContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
