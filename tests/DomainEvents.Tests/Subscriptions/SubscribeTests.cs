using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

public sealed class SubscribeTests : IDisposable
{
    private readonly DomainEventPublisher _publisher = new TestModule().Publisher();
    private readonly List<string> _calls = [];

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public async Task Subscribe_takes_each_kind_of_handler()
    {
        _publisher.Subscribe<OrderPlaced>(e => _calls.Add($"action {e.Number}"));
        _publisher.Subscribe<OrderPlaced>(async e =>
        {
            await Task.CompletedTask;
            _calls.Add($"task {e.Number}");
        });
        _publisher.Subscribe<OrderPlaced>(async (e, _) =>
        {
            await Task.CompletedTask;
            _calls.Add($"value task {e.Number}");
        });
        _publisher.SubscribeAll(e => _calls.Add(e.EventType));

        await _publisher.PublishAsync(new OrderPlaced(7), TestContext.Current.CancellationToken);

        Assert.Equal(["action 7", "task 7", "value task 7", "order.placed"], _calls);
    }

    [Fact]
    public void Subscribe_before_and_after_the_first_publish_and_to_bases_gets_the_events()
    {
        _publisher.Subscribe<OrderEvent>(_ => { _calls.Add("base before"); });
        _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("exact before"); });
        _publisher.Publish(new OrderPlaced());
        Assert.Equal(["base before", "exact before"], _calls);
        _calls.Clear();
        _publisher.Subscribe<ITenantEvent>(_ => { _calls.Add("interface after"); });

        _publisher.Publish(new OrderPlaced());
        _publisher.Publish(new OrderPaid(1));
        _publisher.Publish(new OrderShipped());

        Assert.Equal(["base before", "exact before", "interface after", "interface after"], _calls);
    }

    [Fact]
    public void Subscribe_during_a_publish_does_not_see_that_publish_but_a_nested_one()
    {
        var isFirst = true;
        _publisher.Subscribe<OrderPlaced>(e =>
        {
            _calls.Add($"outer {e.Number}");
            if (isFirst)
            {
                isFirst = false;
                _publisher.Subscribe<OrderPlaced>(inner => _calls.Add($"inner {inner.Number}"));
                _publisher.Publish(new OrderPlaced(2));
            }
        });

        _publisher.Publish(new OrderPlaced(1));

        Assert.Equal(["outer 1", "outer 2", "inner 2"], _calls);
    }

    [Fact]
    public void Subscribe_in_a_declared_handler_does_not_see_that_publish()
    {
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => publisher.SubscribeAll(_ => _calls.Add("all")))
            .Publisher();

        publisher.Publish(new OrderPlaced());
        Assert.Empty(_calls);
        publisher.Publish(new OrderPlaced());

        Assert.Single(_calls);
    }

    [Fact]
    public void Dispose_during_a_publish_keeps_the_subscription_from_being_called()
    {
        EventSubscription second = null!;
        _publisher.Subscribe<OrderPlaced>(_ => second.Dispose());
        second = _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("second"); });
        _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("third"); });

        _publisher.Publish(new OrderPlaced());

        Assert.Equal(["third"], _calls);
        Assert.False(second.IsActive);
    }

    [Fact]
    public void Dispose_twice_ends_one_subscription()
    {
        var first = _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("first"); });
        _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("second"); });
        Assert.True(first.IsActive);

        first.Dispose();
        first.Dispose();
        _publisher.Publish(new OrderPlaced());

        Assert.Equal(["second"], _calls);
        Assert.False(first.IsActive);
        Assert.Equal(1, _publisher.Subscriptions.Count);
    }

    [Fact]
    public void Same_handler_subscribed_twice_is_called_twice()
    {
        Action<OrderPlaced> handler = _ => _calls.Add("call");
        var first = _publisher.Subscribe(handler);
        _publisher.Subscribe(handler);

        _publisher.Publish(new OrderPlaced());
        first.Dispose();
        _publisher.Publish(new OrderPlaced());

        Assert.Equal(3, _calls.Count);
    }

    [Fact]
    public void Order_survives_the_ending_of_most_subscriptions()
    {
        var subscriptions = Enumerable.Range(0, 100)
            .Select(i => i % 2 == 0
                ? _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add($"{i}"); })
                : _publisher.Subscribe<ITenantEvent>(_ => { _calls.Add($"{i}"); }))
            .ToList();
        _publisher.Publish(new OrderPlaced());
        Assert.Equal(Enumerable.Range(0, 100).Select(i => $"{i}"), _calls);
        _calls.Clear();

        for (var i = 0; i < 100; i++)
        {
            if (i % 10 != 3)
            {
                subscriptions[i].Dispose();
            }
        }

        _publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("new"); });
        _publisher.Publish(new OrderPlaced());

        Assert.Equal(["3", "13", "23", "33", "43", "53", "63", "73", "83", "93", "new"], _calls);
    }

    [Fact]
    public void SubscribeOwned_ends_with_its_owner_compared_by_reference()
    {
        var owner = new EqualToAll();
        var other = new EqualToAll();
        var first = _publisher.SubscribeOwned<OrderPlaced>(owner, _ => _calls.Add("owner"));
        _publisher.SubscribeOwned<OrderPaid>(owner, _ => _calls.Add("owner"));
        _publisher.SubscribeOwned<OrderPlaced>(owner, _ => _calls.Add("owner")).Dispose();
        _publisher.SubscribeOwned<OrderPlaced>(other, _ => _calls.Add("other"));

        Assert.Equal(2, _publisher.UnsubscribeOwner(owner));
        Assert.Equal(0, _publisher.UnsubscribeOwner(owner));
        _publisher.Publish(new OrderPlaced());
        _publisher.Publish(new OrderPaid(1));

        Assert.Equal(["other"], _calls);
        Assert.False(first.IsActive);
    }

    [Fact]
    public void SubscribeOn_posts_and_does_not_wait()
    {
        var context = new QueueContext();
        var subscription = _publisher.SubscribeOn<OrderPlaced>(context, e => _calls.Add($"{e.Number}"));

        _publisher.Publish(new OrderPlaced(1));
        Assert.Empty(_calls);
        context.RunAll();
        Assert.Equal(["1"], _calls);
        _publisher.Publish(new OrderPlaced(2));
        subscription.Dispose();
        context.RunAll();

        Assert.Equal(["1"], _calls);
    }

    [Fact]
    public void SubscribeOn_reports_what_its_handler_throws()
    {
        var unhandled = new List<Exception>();
        using var publisher = new TestModule().Publisher(options => options.OnUnhandledError = unhandled.Add);
        var context = new QueueContext();
        publisher.SubscribeOn<OrderPlaced>(context, _ => throw new FormatException());

        publisher.Publish(new OrderPlaced());
        context.RunAll();

        Assert.IsType<FormatException>(Assert.Single(unhandled).InnerException);
    }

    [Fact]
    public void Subscribe_with_null_throws()
    {
        Assert.Throws<ArgumentNullException>(() => _publisher.Subscribe((Action<OrderPlaced>)null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.Subscribe((Func<OrderPlaced, Task>)null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.Subscribe((Func<OrderPlaced, CancellationToken, ValueTask>)null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeAll(null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOwned<OrderPlaced>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOwned<OrderPlaced>(this, null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeWeak<object, OrderPlaced>(null!, (_, _) => { }));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeWeak<object, OrderPlaced>(this, null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOn<OrderPlaced>(null!, _ => { }));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOn<OrderPlaced>(new SynchronizationContext(), null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.UnsubscribeOwner(null!));
    }

    private sealed class EqualToAll
    {
        public override bool Equals(object? obj) => true;

        public override int GetHashCode() => 0;
    }
}
