using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.BadInput;

/// <summary>Everything that a handler should not do, in every way in which a handler is called.</summary>
public sealed class HandlerAbuseTests
{
    public static TheoryData<HandlerWay> AllWays => AbusedPublisher.AllWays;

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_throws_is_told_once_each_time_and_the_next_one_runs(HandlerWay way)
    {
        await using var abused = new AbusedPublisher(way, (e, _) => throw new FormatException($"{e.Number}"));

        await abused.PublishAsync(new OrderPlaced(1));
        await abused.PublishAsync(new OrderPlaced(2));

        Assert.Equal([1, 2], abused.Noted);
        Assert.Equal(["1", "2"], abused.Errors.Select(static error => Assert.IsType<FormatException>(error).Message));
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_ends_its_own_subscription_is_not_called_again(HandlerWay way)
    {
        var calls = 0;
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (_, _) =>
        {
            calls++;
            self!.Bad?.Dispose();
            return Task.CompletedTask;
        });

        await abused.PublishAsync(new OrderPlaced(1));
        await abused.PublishAsync(new OrderPlaced(2));

        Assert.Equal(abused.Bad is null ? 2 : 1, calls);
        Assert.Equal([1, 2], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_ends_the_next_subscription_keeps_it_from_being_called(HandlerWay way)
    {
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (_, _) =>
        {
            self!.Good?.Dispose();
            return Task.CompletedTask;
        });

        await abused.PublishAsync(new OrderPlaced(1));

        Assert.Equal(abused.Good is null ? [1] : [], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_whose_owner_leaves_during_its_call_is_not_called_again(HandlerWay way)
    {
        var calls = 0;
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (_, _) =>
        {
            calls++;
            self!.Publisher.UnsubscribeOwner(self.Owner);
            return Task.CompletedTask;
        });

        await abused.PublishAsync(new OrderPlaced(1));
        await abused.PublishAsync(new OrderPlaced(2));

        // Both are the owner's, and the second one had not been called.
        var isOwned = way is HandlerWay.Owned or HandlerWay.OwnedAsync;
        Assert.Equal(isOwned ? 1 : 2, calls);
        Assert.Equal(isOwned ? [] : [1, 2], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_subscribes_another_lets_it_see_the_next_publish_first(HandlerWay way)
    {
        List<string> seen = [];
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (e, _) =>
        {
            self!.Publisher.Subscribe<OrderPlaced>(later => { seen.Add($"{e.Number} saw {later.Number}"); });
            return Task.CompletedTask;
        });

        for (var i = 1; i <= 3; i++)
        {
            await abused.PublishAsync(new OrderPlaced(i));
        }

        // What is posted or goes to the background runs when the publish that began it is over.
        Assert.Equal(["1 saw 2", "1 saw 3", "2 saw 3"], seen);
        Assert.Equal([1, 2, 3], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_publishes_another_event_has_it_handled_at_once(HandlerWay way)
    {
        List<string> order = [];
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (e, _) =>
        {
            order.Add($"before {e.Number}");
            self!.Publisher.Publish(new OrderPaid(e.Number));
            order.Add($"after {e.Number}");
            return Task.CompletedTask;
        });
        abused.Publisher.Subscribe<OrderPaid>(e => { order.Add($"paid {e.Amount}"); });

        await abused.PublishAsync(new OrderPlaced(1));
        await abused.PublishAsync(new OrderPlaced(2));

        Assert.Equal(["before 1", "paid 1", "after 1", "before 2", "paid 2", "after 2"], order);
        Assert.Equal([1, 2], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_disposes_the_publisher_ends_subscriptions_and_nothing_that_was_declared(HandlerWay way)
    {
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (_, _) =>
        {
            self!.Publisher.Dispose();
            return Task.CompletedTask;
        });

        await abused.PublishAsync(new OrderPlaced(1));

        Assert.Equal(abused.Good is null ? [1] : [], abused.Noted);
        Assert.Empty(abused.Errors);
        Assert.Equal(0, abused.Publisher.Subscriptions.Count);
        await AssertRefusedAsync(way, abused);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_awaits_the_disposal_of_the_publisher_does_not_wait_for_itself(HandlerWay way)
    {
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (_, _) => self!.Publisher.DisposeAsync().AsTask());

        await abused.PublishAsync(new OrderPlaced(1));

        Assert.Empty(abused.Errors);
        await AssertRefusedAsync(way, abused);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Publish_with_a_cancelled_token_calls_nobody_and_publishes_later_ones(HandlerWay way)
    {
        var calls = 0;
        await using var abused = new AbusedPublisher(way, (_, _) =>
        {
            calls++;
            return Task.CompletedTask;
        });

        // A synchronous publish takes no token.
        if (TakesToken(way))
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => abused.PublishCancelledAsync(new OrderPlaced(1)));
        }

        Assert.Equal(0, calls);
        await abused.PublishAsync(new OrderPlaced(2));

        Assert.Equal(1, calls);
        Assert.Equal([2], abused.Noted);
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_gives_up_for_a_token_of_its_own_has_failed_like_any_other(HandlerWay way)
    {
        await using var abused = new AbusedPublisher(way, (_, _) => Task.FromCanceled(new CancellationToken(canceled: true)));

        await abused.PublishAsync(new OrderPlaced(1));

        Assert.Equal([1], abused.Noted);
        Assert.IsType<OperationCanceledException>(Assert.Single(abused.Errors), exactMatch: false);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_publishes_without_end_is_stopped_and_the_publisher_works_on(HandlerWay way)
    {
        var calls = 0;
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, (e, _) =>
        {
            calls++;
            self!.Publisher.Publish(new OrderPaid(e.Number));
            return Task.CompletedTask;
        });
        var endless = abused.Publisher.Subscribe<OrderPaid>(e => abused.Publisher.Publish(e));

        try
        {
            await abused.PublishAsync(new OrderPlaced(1));
            Assert.IsType<EventNestingException>(Assert.Single(abused.Errors));
        }
        catch (EventNestingException)
        {
            // On the caller's own stack.
        }

        endless.Dispose();
        await abused.PublishAsync(new OrderPlaced(2));
        Assert.Equal(2, calls);
        Assert.Equal(2, abused.Noted[^1]);
    }

    private static bool TakesToken(HandlerWay way) => way is HandlerWay.DeclaredAsync or HandlerWay.DeclaredAsyncLater or HandlerWay.DeclaredConcurrent
        or HandlerWay.SubscribedAsync or HandlerWay.OwnedAsync or HandlerWay.WeakAsync or HandlerWay.Queued or HandlerWay.Batched or HandlerWay.PublishedAsBatch;

    /// <summary>A disposed publisher refuses an event; a queue over it cannot know before it publishes, and tells then.</summary>
    private static async Task AssertRefusedAsync(HandlerWay way, AbusedPublisher abused)
    {
        if (way is HandlerWay.Queued or HandlerWay.Batched or HandlerWay.PublishedAsBatch)
        {
            await abused.PublishAsync(new OrderPlaced(2));
            Assert.IsType<ObjectDisposedException>(Assert.Single(abused.Errors));
        }
        else
        {
            await Assert.ThrowsAsync<ObjectDisposedException>(() => abused.PublishAsync(new OrderPlaced(2)));
        }
    }
}
