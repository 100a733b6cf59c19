namespace DomainEvents.Guides.Tests;

[DomainEvent("quote.received", Pooled = true)]
public sealed partial class QuoteReceived
{
    public partial string Symbol { get; }

    public partial decimal Price { get; }
}

public sealed class QuoteHistory : IDomainEventHandler<QuoteReceived>
{
    private readonly List<QuoteReceived> _quotes = [];

    public int Count => _quotes.Count;

    public void Handle(QuoteReceived domainEvent) => _quotes.Add(domainEvent.Detach());
}
