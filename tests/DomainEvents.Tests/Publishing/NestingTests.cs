using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Publishing;

public sealed class NestingTests
{
    private readonly List<string> _calls = [];

    [Fact]
    public void Nested_publish_runs_at_once_and_depth_first()
    {
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                _calls.Add("A");
                publisher.Publish(new OrderPaid(1));
            })
            .Sync<OrderPlaced>("Shop.B", _ => _calls.Add("B"))
            .Sync<OrderPaid>("Shop.C", _ => _calls.Add("C"))
            .Publisher();

        publisher.Publish(new OrderPlaced());

        Assert.Equal(["A", "C", "B"], _calls);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(64)]
    public void Publish_nests_as_deep_as_MaxDepth_and_no_deeper(int maxDepth)
    {
        var depth = 0;
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                depth++;
                publisher.Publish(new OrderPlaced());
            })
            .Publisher(options => options.MaxDepth = maxDepth);

        Assert.Throws<EventNestingException>(() => publisher.Publish(new OrderPlaced()));
        Assert.Equal(maxDepth, depth);

        // The counter is back at zero: as many levels fit again.
        Assert.Throws<EventNestingException>(() => publisher.Publish(new OrderPlaced()));
        Assert.Equal(2 * maxDepth, depth);
    }

    [Fact]
    public void Publish_nested_without_end_aborts_at_once_and_prints_the_chain()
    {
        var runs = 0;
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", _ =>
            {
                runs++;
                publisher.Publish(new OrderPaid(1));
            })
            .Sync<OrderPlaced>("Shop.B", _ => runs++)
            .Sync<OrderPaid>("Shop.C", _ => Rethrow(() => publisher.Publish(new OrderPlaced())))
            .Sync<OrderPaid>("Shop.D", _ => runs++, onError: HandlerErrorPolicy.LogAndContinue)
            .Publisher(options => options.MaxDepth = 8);

        var thrown = Assert.Throws<EventNestingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(4, runs);
        Assert.Contains("order.placed -> order.paid -> order.placed -> order.paid", thrown.Message);
        Assert.DoesNotContain("...", thrown.Message);

        // An exception that a handler wraps must not make its siblings run either.
        static void Rethrow(Action publish)
        {
            try
            {
                publish();
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException("wrapped", exception);
            }
        }
    }

    [Theory]
    [InlineData(HandlerConcurrency.Sequential)]
    [InlineData(HandlerConcurrency.Concurrent)]
    public async Task PublishAsync_nested_without_end_aborts_at_once(HandlerConcurrency concurrency)
    {
        var runs = 0;
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Async<OrderPlaced>("Shop.A", async (_, token) =>
            {
                runs++;
                await publisher.PublishAsync(new OrderPlaced(), token);
            })
            .Publisher(options =>
            {
                options.MaxDepth = 20;
                options.Concurrency = concurrency;
            });

        var thrown = await Assert.ThrowsAsync<EventNestingException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken));

        Assert.Equal(20, runs);
        Assert.Contains("... -> order.placed", thrown.Message);
    }

    [Fact]
    public void PublishBatch_nested_without_end_aborts_at_once()
    {
        var runs = 0;
        DomainEventPublisher publisher = null!;
        publisher = new TestModule()
            .Sync<OrderPlaced>("Shop.A", domainEvent =>
            {
                runs++;
                publisher.PublishBatch([domainEvent, domainEvent]);
            })
            .Publisher(options => options.MaxDepth = 30);

        Assert.Throws<EventNestingException>(() => publisher.Publish(new OrderPlaced()));

        Assert.Equal(30, runs);
    }

    [Fact]
    public void Constructor_with_a_MaxDepth_below_one_throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new TestModule().Publisher(options => options.MaxDepth = 0));
}
