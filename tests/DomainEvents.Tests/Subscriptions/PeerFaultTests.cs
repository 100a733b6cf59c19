using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Subscriptions;

/// <summary>Faults measured in other libraries, which must not be here.</summary>
public sealed class PeerFaultTests
{
    private readonly List<string> _calls = [];

    public static TheoryData<int, int, bool, bool> Failures
    {
        get
        {
            var data = new TheoryData<int, int, bool, bool>();
            foreach (var count in (int[])[1, 4, 5, 8])
            {
                for (var at = 0; at < count; at++)
                {
                    foreach (var isThrownAtOnce in (bool[])[true, false])
                    {
                        data.Add(count, at, isThrownAtOnce, true);
                        data.Add(count, at, isThrownAtOnce, false);
                    }
                }
            }

            return data;
        }
    }

    /// <summary>MessagePipe gives a new subscription the place of a removed one: E ran before B.</summary>
    [Theory]
    [InlineData(4, 0)]
    [InlineData(4, 2)]
    [InlineData(40, 7)]
    public void New_subscription_never_takes_the_place_of_an_old_one(int count, int removed)
    {
        using var publisher = new TestModule().Publisher();
        var subscriptions = Enumerable.Range(0, count).Select(i => publisher.Subscribe<OrderPlaced>(_ => { _calls.Add($"{i}"); })).ToList();
        subscriptions[removed].Dispose();
        publisher.Subscribe<OrderPlaced>(_ => { _calls.Add("new"); });

        publisher.Publish(new OrderPlaced());

        Assert.Equal([.. Enumerable.Range(0, count).Where(i => i != removed).Select(i => $"{i}"), "new"], _calls);
    }

    /// <summary>Foundatio cached the old answer when a publish raced the subscription: 36 of 6,000 got nothing from then on.</summary>
    [Fact]
    public async Task Subscription_made_while_others_publish_without_a_pause_gets_what_comes_next()
    {
        const int Subscriptions = 6_000;
        using var publisher = new TestModule().Publisher();
        using var stop = new CancellationTokenSource();
        var begun = 0L;
        var publishing = Task.Run(
            () =>
            {
                while (!stop.IsCancellationRequested)
                {
                    Interlocked.Increment(ref begun);
                    publisher.Publish(new OrderPlaced());
                }
            },
            TestContext.Current.CancellationToken);
        var lost = 0;

        for (var i = 0; i < Subscriptions; i++)
        {
            var received = 0;
            using var subscription = publisher.Subscribe<OrderPlaced>(_ => { Volatile.Write(ref received, 1); });

            // Two more have begun after it was made: the first of them has ended.
            var made = Interlocked.Read(ref begun);
            SpinWait.SpinUntil(() => Interlocked.Read(ref begun) >= made + 2);
            lost += Volatile.Read(ref received) == 0 ? 1 : 0;
        }

        await stop.CancelAsync();
        await publishing;
        Assert.Equal(0, lost);
    }

    /// <summary>Mediator let a synchronous throw of the first five handlers escape bare and stop the rest; from six on it did not.</summary>
    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Failure_looks_the_same_however_many_handlers_there_are_and_however_it_is_thrown(
        int count, int at, bool isThrownAtOnce, bool othersWait)
    {
        using var publisher = new TestModule().Publisher();
        for (var i = 0; i < count; i++)
        {
            var number = i;
            publisher.Subscribe<OrderPlaced>((_, _) =>
            {
                _calls.Add($"{number}");
                return number != at ? othersWait ? WaitAsync() : default
                    : isThrownAtOnce ? throw new FormatException()
                    : FailLaterAsync();
            });
        }

        var error = await Assert.ThrowsAsync<DomainEventHandlingException>(
            async () => await publisher.PublishAsync(new OrderPlaced(), TestContext.Current.CancellationToken));

        Assert.IsType<FormatException>(Assert.Single(error.InnerExceptions));
        Assert.Equal(Enumerable.Range(0, count).Select(i => $"{i}"), _calls);

        static async ValueTask WaitAsync() => await Task.Yield();

        static async ValueTask FailLaterAsync()
        {
            await Task.Yield();
            throw new FormatException();
        }
    }

    /// <summary>Five handlers of Mediator cost an asynchronous state machine where four do not: here no number of them allocates.</summary>
    [Fact]
    public void Fifth_handler_is_no_cliff()
    {
        using var publisher = new TestModule().Publisher();
        for (var count = 1; count <= 12; count++)
        {
            publisher.Subscribe<OrderPlaced>(static (_, _) => default);
            var domainEvent = new OrderPlaced();
            Publish(domainEvent);
            var before = GC.GetAllocatedBytesForCurrentThread();

            Publish(domainEvent);

            Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        }

        void Publish(OrderPlaced domainEvent)
        {
            var pending = publisher.PublishAsync(domainEvent, CancellationToken.None);
            Assert.True(pending.IsCompletedSuccessfully);
            pending.GetAwaiter().GetResult();
        }
    }
}
