using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class BatchTests
{
    private readonly List<int> _handled = [];

    [Fact]
    public void Message_of_a_failed_batch_tells_the_failure_of_each_event_once()
    {
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ => throw new FormatException("bad"))
            .Async<OrderPaid>("Shop.B", (_, _) => default)
            .Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.PublishBatch([new OrderPlaced(), new OrderPaid(1)]));

        Assert.Equal(
            $"2 of 2 events failed: 'order.placed' ({typeof(OrderPlaced)}) -> Shop.A: bad; " +
            $"'order.paid' ({typeof(OrderPaid)}): {thrown.InnerExceptions[1].Message}",
            thrown.Message);
        Assert.Equal(["Shop.A"], thrown.FailedHandlers);
    }

    [Fact]
    public void PublishBatch_publishes_in_order()
    {
        using var publisher = Publisher();

        publisher.PublishBatch([new OrderPlaced(1), new OrderPlaced(2), new OrderPlaced(3)]);

        Assert.Equal([1, 2, 3], _handled);
    }

    [Fact]
    public void PublishBatch_goes_on_past_failing_events_and_throws_once_at_the_end()
    {
        using var publisher = Publisher();

        var thrown = Assert.Throws<DomainEventHandlingException>(
            () => publisher.PublishBatch([new OrderPlaced(-1), new OrderPlaced(2), new OrderPlaced(-3), new OrderPlaced(4)]));

        Assert.Equal([2, 4], _handled);
        Assert.Equal(2, thrown.InnerExceptions.Count);
        Assert.All(thrown.InnerExceptions, exception => Assert.IsType<DomainEventHandlingException>(exception));
        Assert.Equal(["Shop.A", "Shop.A"], thrown.FailedHandlers);
        Assert.Null(thrown.EventType);
        Assert.Contains("2 of 4", thrown.Message);
    }

    [Fact]
    public async Task PublishBatchAsync_goes_on_past_failing_events_and_throws_once_at_the_end()
    {
        using var publisher = Publisher();

        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishBatchAsync(
                [new OrderPlaced(-1), new OrderPlaced(2), new OrderPlaced(-3)], TestContext.Current.CancellationToken));

        Assert.Equal([2], _handled);
        Assert.Equal(2, thrown.InnerExceptions.Count);
    }

    [Fact]
    public async Task PublishBatchAsync_checks_the_token_before_each_event()
    {
        using var cancellation = new CancellationTokenSource();
        using var publisher = Publisher();
        publisher.Subscribe<OrderPlaced>(_ => cancellation.Cancel());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await publisher.PublishBatchAsync([new OrderPlaced(1), new OrderPlaced(2)], cancellation.Token));

        Assert.Equal([1], _handled);
    }

    [Fact]
    public async Task Batches_with_a_null_event_throw_and_publish_nothing()
    {
        using var publisher = Publisher();

        Assert.Equal("domainEvents", Assert.Throws<ArgumentNullException>(() => publisher.PublishBatch([new OrderPlaced(1), null!])).ParamName);
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await publisher.PublishBatchAsync([new OrderPlaced(1), null!], TestContext.Current.CancellationToken));
        Assert.Throws<ArgumentNullException>(() => publisher.PublishBatch(null!));
        await Assert.ThrowsAsync<ArgumentNullException>(
            async () => await publisher.PublishBatchAsync(null!, TestContext.Current.CancellationToken));

        Assert.Empty(_handled);
    }

    private DomainEventPublisher Publisher() => new TestModule()
        .Sync<OrderPlaced>("Shop.A", domainEvent =>
        {
            if (domainEvent.Number < 0)
            {
                throw new FormatException();
            }

            _handled.Add(domainEvent.Number);
        })
        .Publisher();
}
