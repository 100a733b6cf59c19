namespace DomainEvents.Testing.Tests;

public sealed class ReceivingTests : IDisposable
{
    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly EventSpy _spy;

    public ReceivingTests() => _spy = EventSpy.Attach(_publisher);

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Received_lists_an_event_before_those_that_its_handlers_publish()
    {
        _publisher.Subscribe<OrderPlaced>(e => _publisher.Publish(new MailSent(e.OrderId)));
        var placed = new OrderPlaced("O-1");
        var paid = new OrderPaid("O-1", 10m);

        _publisher.Publish(placed);
        _publisher.Publish(paid);

        Assert.Equal(["order.placed", "mail.sent", "order.paid"], _spy.Received.Select(e => e.EventType));
        Assert.Same(placed, _spy.Received[0]);
        Assert.Same(paid, _spy.Received[2]);
    }

    [Fact]
    public void Received_does_not_change_when_more_is_published()
    {
        _publisher.Publish(new OrderPlaced("O-1"));
        var before = _spy.Received;

        _publisher.Publish(new OrderPlaced("O-2"));

        Assert.Single(before);
        Assert.Equal(2, _spy.Received.Count);
    }

    [Fact]
    public async Task Received_has_what_each_way_of_publishing_published()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        IDomainEvent[] batch = [new OrderPlaced("O-1"), new MailSent("O-1")];

        _publisher.Publish(new OrderPaid("O-1", 1m));
        await _publisher.PublishAsync(new OrderPaid("O-1", 2m), cancellationToken);
        _publisher.PublishBatch(batch);
        await _publisher.PublishBatchAsync(batch, cancellationToken);

        _spy.AssertSequence(EventTypes.OrderPaid, EventTypes.OrderPaid, EventTypes.OrderPlaced, EventTypes.MailSent, EventTypes.OrderPlaced, EventTypes.MailSent);
    }

    [Fact]
    public void Received_has_an_event_whose_handler_failed()
    {
        _publisher.Subscribe(new Action<OrderPlaced>(_ => throw new FormatException()));

        Assert.Throws<DomainEventHandlingException>(() => _publisher.Publish(new OrderPlaced("O-1")));

        Assert.Single(_spy.Received);
    }

    [Fact]
    public void Received_has_no_event_that_the_publisher_refused()
    {
        _publisher.Subscribe<OrderPlaced>((_, _) => default);

        Assert.Throws<AsyncHandlersException>(() => _publisher.Publish(new OrderPlaced("O-1")));
        var cancelled = _publisher.PublishAsync(new OrderPlaced("O-1"), new CancellationToken(canceled: true));

        Assert.True(cancelled.IsCanceled);
        Assert.Empty(_spy.Received);
    }

    [Fact]
    public void Received_of_many_threads_has_every_event_in_each_threads_order()
    {
        const int Count = 2_000;

        Parallel.Invoke(Enumerable.Range(0, 4).Select(thread => (Action)(() => Publish(thread))).ToArray());

        Assert.Equal(4 * Count, _spy.CountOf(EventTypes.OrderPaid));
        foreach (var thread in _spy.EventsOf<OrderPaid>().GroupBy(e => e.OrderId))
        {
            Assert.Equal(Enumerable.Range(0, Count).Select(i => (decimal)i), thread.Select(e => e.Amount));
        }

        void Publish(int thread)
        {
            for (var i = 0; i < Count; i++)
            {
                _publisher.Publish(new OrderPaid($"thread {thread}", i));
                _ = _spy.Received.Count;
            }
        }
    }

    [Fact]
    public void EventsOf_finds_classes_bases_and_interfaces()
    {
        _publisher.PublishBatch([new OrderPlaced("O-1"), new MailSent("O-1"), new OrderPaid("O-1", 10m)]);

        Assert.Equal("O-1", Assert.Single(_spy.EventsOf<MailSent>()).OrderId);
        Assert.Equal(2, _spy.EventsOf<IOrderEvent>().Count);
        Assert.Equal(3, _spy.EventsOf<IDomainEvent>().Count);
    }

    [Fact]
    public void EventsOfType_and_CountOf_find_by_event_type()
    {
        _publisher.PublishBatch([new OrderPlaced("O-1"), new MailSent("O-1"), new OrderPlaced("O-2")]);

        Assert.Equal(2, _spy.CountOf(EventTypes.OrderPlaced));
        Assert.Equal(0, _spy.CountOf(EventTypes.OrderPaid));
        Assert.Equal(["O-1", "O-2"], _spy.EventsOfType(EventTypes.OrderPlaced).Cast<OrderPlaced>().Select(e => e.OrderId));
    }

    [Fact]
    public void Event_whose_members_throw_is_received_and_listed()
    {
        _publisher.Publish(new BrokenEvent());

        Assert.IsType<BrokenEvent>(Assert.Single(_spy.Received));
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertNotPublished<BrokenEvent>());
        Assert.Contains("1. DomainEvents.Testing.Tests.BrokenEvent", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Attach_begins_with_the_next_event_and_Dispose_ends()
    {
        EventSpy late = null!;
        using (_publisher.Subscribe<OrderPlaced>(_ => late = EventSpy.Attach(_publisher)))
        {
            _publisher.Publish(new OrderPlaced("O-1"));
        }

        _publisher.Publish(new MailSent("O-1"));
        late.Dispose();
        late.Dispose();
        _publisher.Publish(new MailSent("O-2"));

        late.AssertSequence(EventTypes.MailSent);
        _spy.AssertSequence(EventTypes.OrderPlaced, EventTypes.MailSent, EventTypes.MailSent);
    }

    [Fact]
    public void Attach_refuses_what_it_cannot_follow()
    {
        _publisher.Dispose();

        Assert.Throws<ArgumentNullException>(() => EventSpy.Attach(null!));
        Assert.Throws<ObjectDisposedException>(() => EventSpy.Attach(_publisher));
    }

    [Fact]
    public void Questions_without_an_event_type_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => _spy.CountOf(null!));
        Assert.Throws<ArgumentException>(() => _spy.EventsOfType(" "));
    }
}
