using System.Text.RegularExpressions;

namespace DomainEvents.Testing.Tests;

public sealed partial class AssertionTests : IDisposable
{
    private readonly DomainEventPublisher _publisher = new(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
    private readonly EventSpy _spy;

    public AssertionTests()
    {
        _spy = EventSpy.Attach(_publisher);
        _publisher.PublishBatch([new OrderPlaced("O-1"), new OrderPaid("O-1", 10m), new OrderPlaced("O-2")]);
    }

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public void Assertions_that_hold_are_silent()
    {
        _spy.AssertPublished(EventTypes.OrderPlaced);
        _spy.AssertPublished(EventTypes.OrderPlaced, count: 2);
        _spy.AssertPublished(EventTypes.MailSent, count: 0);
        _spy.AssertNotPublished<MailSent>();
        _spy.AssertNotPublished<OrderPaid>(e => e.Amount > 10m);
        _spy.AssertSequence(EventTypes.OrderPlaced, EventTypes.OrderPaid, EventTypes.OrderPlaced);
    }

    [Fact]
    public void AssertPublished_returns_the_first_event_that_fits()
    {
        Assert.Equal("O-1", _spy.AssertPublished<OrderPlaced>().OrderId);
        Assert.Equal("O-2", _spy.AssertPublished<OrderPlaced>(e => e.OrderId.EndsWith('2')).OrderId);
        Assert.IsType<OrderPlaced>(_spy.AssertPublished<IOrderEvent>());
    }

    [Fact]
    public void AssertPublished_of_another_count_lists_what_came()
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertPublished(EventTypes.OrderPlaced, count: 1));

        Assert.Equal(
            """
            Expected 'order.placed' to be published once; it was published 2 times.
            Received 3 events:
              1. order.placed  DomainEvents.Testing.Tests.OrderPlaced
              2. order.paid  OrderPaid { OrderId = O-1, Amount = 10 }
              3. order.placed  DomainEvents.Testing.Tests.OrderPlaced
            """,
            DataOnly(error.Message));
    }

    [Fact]
    public void AssertPublished_of_a_misspelt_event_type_offers_the_one_that_came()
    {
#pragma warning disable IDE0079, DEVT1101, DEVT1105, DEVT1106
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertPublished("order.palced"));
#pragma warning restore IDE0079, DEVT1101, DEVT1105, DEVT1106

        Assert.StartsWith(
            "Expected 'order.palced' to be published at least once; it was published 0 times. Did you mean 'order.placed' instead of 'order.palced'?\nReceived 3 events:",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AssertPublished_of_an_absent_event_type_offers_nothing_that_is_another()
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertPublished(EventTypes.MailSent));

        Assert.DoesNotContain("Did you mean", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AssertPublished_of_an_absent_class_says_so()
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertPublished<MailSent>());

        Assert.StartsWith("Expected a DomainEvents.Testing.Tests.MailSent to be published; none was.\nReceived 3 events:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AssertPublished_of_a_condition_that_none_fulfils_says_how_many_there_were()
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertPublished<OrderPlaced>(e => e.OrderId == "O-3"));

        Assert.StartsWith(
            "Expected a DomainEvents.Testing.Tests.OrderPlaced that fulfils the condition; none of the 2 published does.",
            error.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void AssertNotPublished_names_the_event_that_came()
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertNotPublished<OrderPaid>());
        var conditional = Assert.Throws<EventAssertionException>(() => _spy.AssertNotPublished<OrderPlaced>(e => e.OrderId == "O-2"));

        Assert.StartsWith("Expected no DomainEvents.Testing.Tests.OrderPaid to be published; event 2 is one.\nReceived 3 events:", error.Message, StringComparison.Ordinal);
        Assert.StartsWith(
            "Expected no DomainEvents.Testing.Tests.OrderPlaced that fulfils the condition to be published; event 3 is one.",
            conditional.Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("event 2 is 'order.paid', not 'order.placed'", "order.placed", "order.placed", "order.paid")]
    [InlineData("there is an event 3, 'order.placed'", "order.placed", "order.paid")]
    [InlineData("event 4, 'order.paid', is missing", "order.placed", "order.paid", "order.placed", "order.paid")]
    [InlineData("there is an event 1, 'order.placed'")]
    public void AssertSequence_tells_the_first_difference(string difference, params string[] eventTypes)
    {
        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertSequence(eventTypes));

        Assert.StartsWith("Expected the sequence ", error.Message, StringComparison.Ordinal);
        Assert.Contains($"; {difference}.\nReceived 3 events:", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AssertSequence_of_a_misspelt_event_type_offers_the_one_that_came()
    {
        string[] misspelt = ["order.placed", "order.payed", "order.placed"];

        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertSequence(misspelt));

        Assert.Contains("Did you mean 'order.paid' instead of 'order.payed'?", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Message_of_very_many_events_shows_the_first_and_the_last()
    {
        for (var i = 0; i < 300; i++)
        {
            _publisher.Publish(new OrderPaid("O-1", i));
        }

        var error = Assert.Throws<EventAssertionException>(() => _spy.AssertNotPublished<OrderPlaced>());

        var lines = DataOnly(error.Message).Split('\n');
        Assert.Equal(2 + 201, lines.Length);
        Assert.Equal("    1. order.placed  DomainEvents.Testing.Tests.OrderPlaced", lines[2]);
        Assert.Equal("  ... 103 more ...", lines[102]);
        Assert.Equal("  303. order.paid  OrderPaid { OrderId = O-1, Amount = 299 }", lines[^1]);
    }

    [Fact]
    public void Message_without_events_says_so()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var spy = EventSpy.Attach(publisher);

        var error = Assert.Throws<EventAssertionException>(() => spy.AssertPublished(EventTypes.OrderPlaced));

        Assert.EndsWith("\nReceived no events.", error.Message, StringComparison.Ordinal);
        spy.AssertSequence();
    }

    [Fact]
    public void Assertions_refuse_bad_arguments()
    {
        Assert.Throws<ArgumentException>(() => _spy.AssertPublished(string.Empty));
        Assert.Throws<ArgumentOutOfRangeException>(() => _spy.AssertPublished(EventTypes.OrderPlaced, count: -1));
        Assert.Throws<ArgumentNullException>(() => _spy.AssertSequence(null!));
    }

    /// <summary>Records print their identity after their data.</summary>
    internal static string DataOnly(string message) => Identity().Replace(message, string.Empty);

    [GeneratedRegex(", EventId = .*(?= })")]
    private static partial Regex Identity();
}
