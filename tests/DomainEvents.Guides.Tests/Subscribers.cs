namespace DomainEvents.Guides.Tests;

internal sealed class OrderWindow : IDisposable
{
    private readonly IDomainEventSubscriber _subscriber;

    public OrderWindow(IDomainEventSubscriber subscriber)
    {
        _subscriber = subscriber;
        subscriber.SubscribeOwned<OrderPlaced>(this, e => Lines.Add($"placed {e.OrderId}"));
        subscriber.SubscribeOwned<OrderRefused>(this, e => Lines.Add($"refused {e.OrderId}"));
    }

    public List<string> Lines { get; } = [];

    public void Dispose() => _subscriber.UnsubscribeOwner(this);
}

internal sealed class OrderCount
{
    public OrderCount(IDomainEventSubscriber subscriber) =>
        subscriber.SubscribeWeak<OrderCount, OrderPlaced>(this, static (self, _) => self.Value++);

    public int Value { get; private set; }
}

/// <summary>Somebody who takes a while.</summary>
internal sealed class Mailer
{
    public List<string> Sent { get; } = [];

    public async Task SendAsync(string orderId, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Sent.Add(orderId);
    }
}
