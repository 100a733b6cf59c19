using System.Text.RegularExpressions;
using DomainEvents.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the guide to testing, run.</summary>
public sealed partial class TestingGuide
{
    [Fact]
    public async Task Spy_works_as_shown()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using EventSpy spy = EventSpy.Attach(publisher);

        new Checkout(publisher).Place("O-1", total: 10m);

        spy.AssertPublished(EventTypes.OrderPlaced, count: 1);

        new Checkout(publisher).Place("O-2", total: 20m);

        await spy.WaitForHandlersAsync(EventTypes.OrderPlaced, TimeSpan.FromSeconds(5));

        publisher.Publish(new MailSent("O-1"));
        publisher.Publish(new MailSent("O-2"));

        IReadOnlyList<MailSent> mails = await spy.WaitForAsync<MailSent>(count: 2, TimeSpan.FromSeconds(5));

        Assert.Equal(["O-1", "O-2"], mails.Select(static mail => mail.OrderId));
    }

    [Fact]
    public void Questions_of_the_table_work_as_shown()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var spy = EventSpy.Attach(publisher);
        publisher.Publish(new OrderPlaced("O-1", 10m));
        publisher.Publish(new MailSent("O-1"));

        spy.AssertPublished<OrderPlaced>(e => e.Total > 5m);
        spy.AssertNotPublished<OrderRefused>();
        spy.AssertSequence(EventTypes.OrderPlaced, EventTypes.MailSent);
    }

    [Fact]
    public void Failure_reads_as_shown()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var spy = EventSpy.Attach(publisher);
        publisher.Publish(new OrderPlaced("O-1", 10m));
        publisher.Publish(new OrderRefused("O-1", "none left"));

        var message = Assert.Throws<EventAssertionException>(() => spy.AssertPublished(EventTypes.MailSent, count: 1)).Message;

        Assert.Contains(Identity().Replace(message, ", ... }"), GuideText.Read("guides/testing.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Spy_of_a_container_works_as_shown()
    {
        var services = new ServiceCollection();

        services.AddDomainEvents();
        services.AddEventSpy();

        using var provider = services.BuildServiceProvider();
        new Checkout(provider.GetRequiredService<IDomainEventPublisher>()).Place("O-3", total: 30m);

        var spy = provider.GetRequiredService<EventSpy>();
        spy.AssertPublished<OrderPlaced>(e => e.OrderId == "O-3");
    }

    [Fact]
    public void Clock_works_as_shown()
    {
        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);

        using (DomainEventClock.Use(new StoppedClock(noon)))
        {
            Assert.Equal(noon, new OrderPlaced("O-4", 10m).OccurredAt);
        }
    }

    [GeneratedRegex(", EventId = .* }")]
    private static partial Regex Identity();

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
