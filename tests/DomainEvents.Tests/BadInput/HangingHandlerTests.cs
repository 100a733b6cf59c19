using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.BadInput;

/// <summary>Handlers that do not come back, and clocks that do not go on, in every way in which a handler is called.</summary>
public sealed class HangingHandlerTests
{
    public static TheoryData<HandlerWay> AllWays => AbusedPublisher.AllWays;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Handler_that_hangs_holds_up_nobody_else(HandlerWay way)
    {
        var entered = new TaskCompletionSource();
        using var gate = new ManualResetEventSlim();
        var open = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        AbusedPublisher? self = null;
        await using var abused = self = new AbusedPublisher(way, async (_, _) =>
        {
            entered.TrySetResult();
            if (self!.IsSynchronous)
            {
                gate.Wait(CancellationToken.None);
            }
            else
            {
                await open.Task;
            }
        });
        var publishing = Task.Factory.StartNew(
            () => abused.PublishAsync(new OrderPlaced(1)), Token, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
        await entered.Task.WaitAsync(Token);

        var paid = 0;
        using (abused.Publisher.Subscribe<OrderPaid>(_ => { paid++; }))
        {
            abused.Publisher.Publish(new OrderPaid(1));
        }

        abused.Publisher.Publish(new OrderPaid(2));
        abused.Publisher.SubscribeOwned<OrderPlaced>(this, static _ => { });
        Assert.Equal(1, abused.Publisher.UnsubscribeOwner(this));
        _ = abused.Publisher.Subscriptions.Snapshot();
        abused.Publisher.Dispose();
        Assert.Equal(1, paid);
        Assert.False(publishing.IsCompleted);

        gate.Set();
        open.SetResult();
        await publishing;
        Assert.Empty(abused.Errors);
    }

    [Theory]
    [InlineData(HandlerWay.Queued)]
    [InlineData(HandlerWay.DeclaredBackground)]
    public async Task Handler_that_hangs_and_heeds_no_token_holds_up_no_hurried_stop_and_what_waits_is_told(HandlerWay way)
    {
        var entered = new TaskCompletionSource();
        using var gate = new ManualResetEventSlim();
        await using var abused = new AbusedPublisher(way, (_, _) =>
        {
            entered.TrySetResult();
            gate.Wait(CancellationToken.None);
            return Task.CompletedTask;
        });
        var first = abused.PublishAsync(new OrderPlaced(1));
        await entered.Task.WaitAsync(Token);
        var second = abused.PublishAsync(new OrderPlaced(2));

        await abused.HurryAsync();

        // In the background, the handler that behaves waits for the first event too.
        Assert.Equal(way == HandlerWay.Queued ? 1 : 3, abused.Errors.Count());
        Assert.All(abused.Errors, static error => Assert.IsType<OperationCanceledException>(error, exactMatch: false));
        gate.Set();
        await Task.WhenAll(first, second);
    }

    [Theory]
    [MemberData(nameof(AllWays))]
    public async Task Clock_that_jumps_there_and_back_loses_no_event_and_no_subscription(HandlerWay way)
    {
        var calls = 0;
        await using var abused = new AbusedPublisher(way, (_, _) =>
        {
            calls++;
            return Task.CompletedTask;
        });
        var began = abused.Time.GetUtcNow();

        DateTimeOffset[] jumps = [began.AddDays(-1), began.AddYears(90), began.AddYears(-90), DateTimeOffset.MaxValue, DateTimeOffset.MinValue, began];
        for (var i = 0; i < jumps.Length; i++)
        {
            abused.Time.JumpTo(jumps[i]);
            await abused.PublishAsync(new OrderPlaced(i));
            Assert.Equal(0, abused.Publisher.Subscriptions.RemoveUnused(TimeSpan.FromMinutes(1)));
            Assert.Equal(abused.Bad is null ? 0 : 2, abused.Publisher.Subscriptions.Count);
        }

        Assert.All(abused.Publisher.Subscriptions.Snapshot(), row => Assert.InRange(row.RegisteredAt, began.AddYears(-120), began));
        Assert.Equal(jumps.Length, calls);
        Assert.Equal(Enumerable.Range(0, jumps.Length), abused.Noted);
        Assert.Empty(abused.Errors);
    }
}
