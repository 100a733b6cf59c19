using DomainEvents;
using Microsoft.Extensions.DependencyInjection;

var services = new ServiceCollection();
services.AddDomainEvents(); // generated: knows every handler
using ServiceProvider provider = services.BuildServiceProvider();

var publisher = provider.GetRequiredService<IDomainEventPublisher>();
publisher.Publish(new OrderPlaced("A-17", total: 42.50m));

[DomainEvent] // "order.placed", inferred from the name
public partial class OrderPlaced
{
    public string OrderId { get; }

    public decimal Total { get; }
}

public sealed class Receipt : IDomainEventHandler<OrderPlaced>
{
    public void Handle(OrderPlaced domainEvent)
    {
        Console.WriteLine($"{domainEvent.EventType} at {domainEvent.OccurredAt:HH:mm:ss}");
        Console.WriteLine($"Order {domainEvent.OrderId}: {domainEvent.Total:0.00} to pay");
    }
}
