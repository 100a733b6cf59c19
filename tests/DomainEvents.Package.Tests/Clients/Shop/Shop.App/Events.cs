namespace Shop.App;

/// <summary>Lacks partial: DEVT1001.</summary>
[DomainEvent]
public class CartEmptied
{
}

/// <summary>Its name is no event type: DEVT1102.</summary>
[DomainEvent("Order-Paid")]
public sealed partial record OrderPaid(string OrderId, decimal Total);
