using DomainEvents.Observation;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Observation;

/// <summary>Attaching and detaching observers, and what faulty ones can do.</summary>
// Counts allocations; see AllocationTests.
[Collection("Announcements")]
public sealed class ObserverLifetimeTests
{
    private static int s_calls;

    [Fact]
    public void Publish_after_the_last_observer_was_detached_allocates_nothing()
    {
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", static _ => s_calls++).Publisher();
        var domainEvent = new OrderPlaced();
        var observer = new RecordingObserver();
        publisher.Publish(domainEvent);
        var attached = publisher.Observers.Attach(observer);
        publisher.Publish(domainEvent);
        attached.Dispose();
        attached.Dispose();

        for (var i = 0; i < 100; i++)
        {
            publisher.Publish(domainEvent);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            publisher.Publish(domainEvent);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Single(observer.Publishes);
    }

    [Fact]
    public void Detached_observer_leaves_the_others_attached()
    {
        using var publisher = new TestModule().Publisher();
        var first = new RecordingObserver();
        var second = new RecordingObserver();
        using var attachedFirst = publisher.Observers.Attach(first);
        var attachedSecond = publisher.Observers.Attach(second);

        publisher.Publish(new OrderPlaced());
        attachedSecond.Dispose();
        publisher.Publish(new OrderPlaced());

        Assert.Equal(2, first.Publishes.Length);
        Assert.Single(second.Publishes);
    }

    [Fact]
    public void Subscriptions_come_and_go_while_observed_and_after()
    {
        using var publisher = new TestModule().Publisher();
        var calls = new List<string>();
        var observer = new RecordingObserver();
        using var before = publisher.Subscribe<OrderPlaced>(_ => calls.Add("before"));
        var attached = publisher.Observers.Attach(observer);
        using var during = publisher.Subscribe<OrderPlaced>(_ => calls.Add("during"));

        publisher.Publish(new OrderPlaced());
        attached.Dispose();
        publisher.Publish(new OrderPlaced());
        before.Dispose();
        during.Dispose();
        publisher.Publish(new OrderPlaced());

        Assert.Equal(["before", "during", "before", "during"], calls);
        Assert.Equal(2, observer.Handlers.Length);
    }

    [Fact]
    public void Observer_that_throws_disturbs_neither_the_publish_nor_the_other_observers()
    {
        var errors = new List<Exception>();
        var calls = 0;
        using var publisher = new TestModule().Sync<OrderPlaced>("Shop.A", _ => calls++).Publisher(options => options.OnUnhandledError = errors.Add);
        var observer = new RecordingObserver();
        using var faulty = publisher.Observers.Attach(new FaultyObserver());
        using var attached = publisher.Observers.Attach(observer);

        publisher.Publish(new OrderPlaced());

        Assert.Equal(1, calls);
        Assert.Equal(5, observer.Lines.Length);
        Assert.Equal(5, errors.Count);
    }

    [Fact]
    public void Event_whose_getters_throw_is_observed_all_the_same()
    {
        using var publisher = new TestModule().Publisher();
        var observer = new RecordingObserver();
        using var attached = publisher.Observers.Attach(observer);

        publisher.Publish(new BrokenEvent());

        Assert.Equal(Guid.Empty, observer.Publishes[0].EventId);
        Assert.Equal(typeof(BrokenEvent).ToString(), observer.Publishes[0].EventType);
    }

    [Fact]
    public void Attach_to_a_disposed_publisher_throws_and_detaching_from_one_is_harmless()
    {
        var publisher = new TestModule().Publisher();
        var attached = publisher.Observers.Attach(new RecordingObserver());
        publisher.Dispose();

        attached.Dispose();

        Assert.Throws<ObjectDisposedException>(() => publisher.Observers.Attach(new RecordingObserver()));
    }

    private sealed class FaultyObserver : PublishObserver
    {
        public override void OnPublishStarted(PublishObservation publish) => throw new NotSupportedException();

        public override void OnHandlerStarted(HandlerObservation handler) => throw new NotSupportedException();

        public override void OnHandlerEnded(HandlerObservation handler) => throw new NotSupportedException();

        public override void OnPublishEnded(PublishObservation publish) => throw new NotSupportedException();

        public override void OnSettled(PublishObservation publish) => throw new NotSupportedException();
    }

    private sealed class BrokenEvent : IDomainEvent
    {
        public Guid EventId => throw new NotSupportedException();

        public DateTimeOffset OccurredAt => throw new NotSupportedException();

        public string EventType => throw new NotSupportedException();
    }
}
