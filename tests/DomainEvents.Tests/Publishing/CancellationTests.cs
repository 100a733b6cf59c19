using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class CancellationTests
{
    private readonly CancellationTokenSource _cancellation = new();
    private readonly List<string> _calls = [];

    [Fact]
    public async Task PublishAsync_with_a_cancelled_token_runs_no_handler()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => _calls.Add("A")).Publisher();
        await _cancellation.CancelAsync();

        var pending = publisher.PublishAsync(new OrderPlaced(), _cancellation.Token).AsTask();
        var thrown = await Assert.ThrowsAsync<OperationCanceledException>(() => pending);

        Assert.Equal(_cancellation.Token, thrown.CancellationToken);
        Assert.True(pending.IsCanceled);
        Assert.Empty(_calls);
    }

    [Fact]
    public async Task PublishAsync_passes_the_token_to_handlers_and_subscribers()
    {
        var tokens = new List<CancellationToken>();
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", (_, token) =>
            {
                tokens.Add(token);
                return default;
            })
            .Publisher();
        publisher.Subscribe<OrderPlaced>((_, token) =>
        {
            tokens.Add(token);
            return default;
        });

        await publisher.PublishAsync(new OrderPlaced(), _cancellation.Token);

        Assert.Equal([_cancellation.Token, _cancellation.Token], tokens);
    }

    [Theory]
    [InlineData(HandlerConcurrency.Sequential)]
    [InlineData(HandlerConcurrency.Concurrent)]
    public async Task PublishAsync_whose_failures_are_all_the_tokens_cancellation_throws_it_bare(HandlerConcurrency concurrency)
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", CancelAndThrow)
            .Async<OrderPlaced>("Shop.B", CancelAndThrow)
            .Sync<OrderPlaced>("Shop.C", _ => _calls.Add("C"))
            .Publisher(options => options.Concurrency = concurrency);

        var pending = publisher.PublishAsync(new OrderPlaced(), _cancellation.Token).AsTask();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => pending);

        Assert.True(pending.IsCanceled);
        Assert.Equal(["C"], _calls);
    }

    [Fact]
    public async Task PublishAsync_with_a_cancellation_among_other_failures_throws_for_all()
    {
        using var publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", CancelAndThrow)
            .Sync<OrderPlaced>("Shop.B", _ => throw new FormatException())
            .Publisher();

        var thrown = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), _cancellation.Token));

        Assert.Equal(2, thrown.InnerExceptions.Count);
    }

    [Fact]
    public async Task PublishAsync_with_the_cancellation_of_another_token_wraps_it()
    {
        using var other = new CancellationTokenSource();
        await other.CancelAsync();
        using var publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                _cancellation.Cancel();
                other.Token.ThrowIfCancellationRequested();
            })
            .Publisher();

        Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(new OrderPlaced()));
        using var fresh = new CancellationTokenSource();
        publisher.Subscribe<OrderPlaced>(_ => fresh.Cancel());
        await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), fresh.Token));
    }

    private async ValueTask CancelAndThrow(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        await _cancellation.CancelAsync();
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
    }
}
