using Shop.App;

using var publisher = new DomainEventPublisher();
var checkout = new Checkout(publisher);
await checkout.PlaceAsync("O-1", CancellationToken.None);
Console.WriteLine(Routes.Matches(new OrderPaid("O-1", 10m)));
