using DomainEvents.Persistence;

namespace Ordering.Domain;

public enum OrderStatus
{
    Submitted,
    AwaitingValidation,
    StockConfirmed,
    Paid,
    Shipped,
    Cancelled,
}

public sealed record Address(string Street, string City, string Country);

public sealed record OrderLine(int ProductId, string Name, decimal UnitPrice, int Units);

public sealed class Order : AggregateRoot
{
    private readonly List<OrderLine> _lines = [];

    public Order(string userId, string userName, Address address)
    {
        Id = Guid.NewGuid();
        Address = address;
        Raise(new OrderStarted(Id, userId, userName, address));
    }

    public Guid Id { get; }

    public int? BuyerId { get; private set; }

    public Address Address { get; }

    public OrderStatus Status { get; private set; } = OrderStatus.Submitted;

    public IReadOnlyCollection<OrderLine> Lines => _lines;

    public void AddLine(int productId, string name, decimal unitPrice, int units = 1) => _lines.Add(new OrderLine(productId, name, unitPrice, units));

    public void AssignBuyer(int buyerId) => BuyerId = buyerId;

    public void AwaitValidation()
    {
        if (Status == OrderStatus.Submitted)
        {
            Status = OrderStatus.AwaitingValidation;
            Raise(new OrderStatusChangedToAwaitingValidation(Id, _lines.ToDictionary(static line => line.ProductId, static line => line.Units)));
        }
    }

    public void Ship()
    {
        if (Status != OrderStatus.Paid)
        {
            throw new InvalidOperationException($"An order that is {Status} cannot be shipped.");
        }

        Status = OrderStatus.Shipped;
        Raise(new OrderShipped(Id));
    }

    public void Cancel(string? reason)
    {
        Status = OrderStatus.Cancelled;
        Raise(new OrderCancelled(Id, reason));
    }
}

public sealed class Buyer(string identity, string name) : AggregateRoot
{
    public int Id { get; init; }

    public string Identity { get; } = identity;

    public string Name { get; private set; } = name;

    public void Verify(Guid orderId, string cardAlias) => Raise(new BuyerPaymentMethodVerified(Id, cardAlias, orderId));
}

public interface IOrderRepository
{
    ValueTask<Order?> FindAsync(Guid id, CancellationToken cancellationToken);

    ValueTask SaveAsync(Order order, CancellationToken cancellationToken);
}

public interface IBuyerRepository
{
    ValueTask<Buyer?> FindAsync(string identity, CancellationToken cancellationToken);

    Buyer Add(Buyer buyer);
}
