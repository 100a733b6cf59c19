using Microsoft.Extensions.DependencyInjection;
using Ordering.Application;
using Ordering.Domain;

var services = new ServiceCollection();
services.AddLogging();
services.AddScoped<IOrderRepository, MemoryOrders>();
services.AddScoped<IBuyerRepository, MemoryBuyers>();
services.AddSingleton<INotifier, ConsoleNotifier>();
services.AddDomainEvents();
await using ServiceProvider provider = services.BuildServiceProvider();
await using AsyncServiceScope scope = provider.CreateAsyncScope();

var order = new Order("u-1", "Ada", new Address("1 Main St", "Ulm", "DE"));
order.AddLine(7, "Mug", 9.5m, units: 2);
order.AwaitValidation();
order.Cancel(reason: null);
await scope.ServiceProvider.GetRequiredService<IOrderRepository>().SaveAsync(order, CancellationToken.None);

internal sealed class MemoryOrders : IOrderRepository
{
    private readonly Dictionary<Guid, Order> _orders = [];

    public ValueTask<Order?> FindAsync(Guid id, CancellationToken cancellationToken) => new(_orders.GetValueOrDefault(id));

    public ValueTask SaveAsync(Order order, CancellationToken cancellationToken)
    {
        _orders[order.Id] = order;
        return ValueTask.CompletedTask;
    }
}

internal sealed class MemoryBuyers : IBuyerRepository
{
    private readonly List<Buyer> _buyers = [];

    public ValueTask<Buyer?> FindAsync(string identity, CancellationToken cancellationToken) => new(_buyers.Find(buyer => buyer.Identity == identity));

    public Buyer Add(Buyer buyer)
    {
        _buyers.Add(buyer);
        return buyer;
    }
}

internal sealed class ConsoleNotifier : INotifier
{
    public ValueTask TellAsync(Guid orderId, string what, CancellationToken cancellationToken)
    {
        Console.WriteLine($"{orderId}: {what}");
        return ValueTask.CompletedTask;
    }
}
