using DomainEvents.Testing;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the troubleshooting guide, run.</summary>
public sealed class Troubleshooting : IDisposable
{
    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });

    public static TheoryData<string> Languages => ["troubleshooting.md", "troubleshooting.ko.md"];

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Problem_1_event_has_the_base_it_had()
    {
        IDomainEvent archived = new DocumentArchived("D-1") { Author = "Kim" };

        Assert.IsAssignableFrom<AuditRecord>(archived);
        Assert.Equal(EventTypes.DocumentArchived, archived.EventType);
    }

    [Fact]
    public void Problem_2_name_is_one_constant()
    {
        var publisher = _publisher;
        var sent = new List<string>();

        var queues = new Dictionary<string, string> { [EventTypes.InvoiceSent] = "accounting" };

        publisher.Subscribe<InvoiceSent>(e => sent.Add(queues[e.EventType]));

        publisher.Publish(new InvoiceSent("I-1", 10m));
        Assert.Equal(["accounting"], sent);
    }

    [Fact]
    public void Problem_3_required_values_are_checked()
    {
        Assert.Throws<ArgumentException>(() => new InvoiceSent(" ", 10m));
        Assert.Throws<ArgumentNullException>(() => new InvoiceSent("I-1", 10m) with { InvoiceId = null! });
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Problem_3_message_is_the_one_shown(string guide)
    {
        var error = Assert.Throws<ArgumentException>(() => new InvoiceSent(" ", 10m));

        Assert.Contains(error.Message, GuideText.Read(guide), StringComparison.Ordinal);
    }

    [Fact]
    public void Problem_4_batch_publishes_each()
    {
        var publisher = _publisher;
        using var spy = EventSpy.Attach(publisher);

        publisher.PublishBatch([new InvoiceSent("I-1", 10m), new InvoiceSent("I-2", 20m)]);

        spy.AssertPublished(EventTypes.InvoiceSent, count: 2);
    }

    [Fact]
    public async Task Problem_5_background_handler_holds_nobody_up()
    {
        using var publisher = new DomainEventPublisher();
        using var spy = EventSpy.Attach(publisher);

        publisher.Publish(new PhotoUploaded("P-1"));
        var handling = spy.WaitForHandlersAsync(EventTypes.PhotoUploaded, Timeout.InfiniteTimeSpan);
        Assert.False(handling.IsCompleted);
        Renderer.Finished.SetResult();

        await handling;
    }

    [Fact]
    public void Problem_5_context_gets_the_event()
    {
        var publisher = _publisher;
        SynchronizationContext.SetSynchronizationContext(new ImmediateContext());
        using var window = new OrderWindow(publisher);

        publisher.SubscribeOn<PhotoUploaded>(SynchronizationContext.Current!, e => window.Lines.Add(e.PhotoId));

        publisher.Publish(new PhotoUploaded("P-1"));
        Assert.Equal(["P-1"], window.Lines);
    }

    [Fact]
    public void Problem_7_publishing_allocates_nothing()
    {
        var publisher = _publisher;
        var uploaded = new PhotoUploaded("P-1");
        publisher.Publish(uploaded);

        long before = GC.GetAllocatedBytesForCurrentThread();
        publisher.Publish(uploaded);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);
    }

    [Fact]
    public void Problem_8_aggregate_raises_and_publishes_nothing()
    {
        var invoice = new Invoice("I-1");

        invoice.Send(10m);

        Assert.True(invoice.IsSent);
        Assert.Equal([EventTypes.InvoiceSent], invoice.DomainEvents.Select(static domainEvent => domainEvent.EventType));
    }

    [Fact]
    public void Problem_9_event_is_durable() => Assert.Equal("payment.captured", new PaymentCaptured("P-1", 10m).EventType);

    private sealed class ImmediateContext : SynchronizationContext
    {
        public override void Post(SendOrPostCallback d, object? state) => d(state);
    }
}
