namespace DomainEvents.Guides.Tests;

/// <summary>docs/guides/pooling.md.</summary>
public sealed class PoolingGuide
{
    [Fact]
    public void Event_that_a_handler_detached_keeps_its_values()
    {
        var history = new QuoteHistory();
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        QuoteReceived? kept = null;
        publisher.Subscribe<QuoteReceived>(received => kept = received);
        publisher.Subscribe<QuoteReceived>(history.Handle);

        PublishQuote(publisher, "ABC", 3.5m);

        Assert.Equal(1, history.Count);
        Assert.Equal(("ABC", 3.5m), (kept!.Symbol, kept.Price));
        Assert.NotSame(kept, QuoteReceived.Rent("XYZ", 1m));
    }

    [Fact]
    public void Event_that_nobody_detached_is_rented_again()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        QuoteReceived? seen = null;
        publisher.Subscribe<QuoteReceived>(received => seen = received);

        PublishQuote(publisher, "ABC", 3.5m);

        Assert.Same(seen, QuoteReceived.Rent("XYZ", 1m).Detach());
    }

    private static void PublishQuote(IDomainEventPublisher publisher, string symbol, decimal price)
    {
        var quote = QuoteReceived.Rent(symbol, price);
        try
        {
            publisher.Publish(quote);
        }
        finally
        {
            quote.Return();
        }
    }
}
