namespace Shop.App;

/// <summary>Nobody awaits it: DEVT1304.</summary>
public sealed class Confirmation : IDomainEventHandler<OrderPlaced>
{
    public async void Handle(OrderPlaced domainEvent)
    {
        await Task.Yield();
        Console.WriteLine($"confirmed {domainEvent.OrderId}");
    }
}

/// <summary>Blocks its publisher: DEVT1305.</summary>
public sealed class Receipt : IDomainEventHandler<OrderPaid>
{
    public void Handle(OrderPaid domainEvent)
    {
        Thread.Sleep(1);
        Console.WriteLine($"receipt {domainEvent.OrderId}");
    }
}

/// <summary>Reaches another system out of the transaction and keeps its token to itself: DEVT1307, DEVT1308.</summary>
[DomainEventHandler(Phase = HandlerPhase.InTransaction)]
public sealed class Tracking : IAsyncDomainEventHandler<OrderShipped>
{
    private static readonly HttpClient s_client = new();

    public async ValueTask HandleAsync(OrderShipped domainEvent, CancellationToken cancellationToken) =>
        Console.WriteLine(await s_client.GetStringAsync(domainEvent.OrderId));
}

public static class Refunds
{
    [DomainEventHandler]
    public static void On(OrderReturned domainEvent) => Console.WriteLine($"refunded {domainEvent.OrderId}");
}
