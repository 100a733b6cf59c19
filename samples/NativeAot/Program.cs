using DomainEvents;
using Microsoft.Extensions.DependencyInjection;
using NativeAot;

var services = new ServiceCollection();
services.AddScoped<Basket>();
services.AddDomainEvents();
using ServiceProvider provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

// One scope, one basket.
using (IServiceScope scope = provider.CreateScope())
{
    var publisher = scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>();
    publisher.Publish(new OrderPlaced("O-1", total: 42.50m));
    publisher.PublishBatch([new OrderPlaced("O-2", total: 1m)]);
}

// From the root each publish has a scope of its own.
var root = provider.GetRequiredService<IDomainEventPublisher>();
root.Publish(new OrderPlaced("O-3", total: 2m));
await root.PublishAsync(new OrderPaid("O-1", Method: "card"));

var subscriber = provider.GetRequiredService<IDomainEventSubscriber>();
using (subscriber.Subscribe<OrderPaid>(static e => Console.WriteLine($"subscribed: {e.Method}")))
using (subscriber.Subscribe<IOrderEvent>(static async (e, _) =>
{
    await Task.Yield();
    Console.WriteLine($"asynchronously: {e.OrderId}");
}))
using (subscriber.SubscribeAll(static e => Console.WriteLine($"all: {e.EventType}")))
{
    await root.PublishAsync(new OrderPaid("O-2", Method: "cash"));
}

await root.PublishAsync(new OrderPaid("O-3", Method: "card") with { Method = "voucher" });

try
{
    root.Publish(new OrderShipped("O-1"));
}
catch (DomainEventHandlingException exception)
{
    Console.WriteLine(exception.Message);
}

try
{
    root.Publish(new OrderPaid("O-4", Method: "card"));
}
catch (AsyncHandlersException exception)
{
    Console.WriteLine(exception.Message);
}

try
{
    _ = new OrderPlaced(" ", total: 1m);
}
catch (ArgumentException exception)
{
    Console.WriteLine(exception.Message);
}

Console.WriteLine($"{EventTypes.OrderPlaced}, version {OrderPaid.EventTypeVersion} of {OrderPaid.EventTypeName}");
