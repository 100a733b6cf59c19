namespace DomainEvents.Guides.Tests;

[DomainEvent]
public sealed partial record ReceiptPrinted(string OrderId);

public static class Archive
{
    public static List<string> Receipts { get; } = [];

    [DomainEventHandler(Background = true)]
    public static async Task On(ReceiptPrinted domainEvent, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Receipts.Add(domainEvent.OrderId);
    }
}
