namespace Shop.Tests;

public class CheckoutTests
{
    /// <summary>Asserts nothing: DEVT1601.</summary>
    [Fact]
    public void Order_is_placed()
    {
        using var publisher = new DomainEventPublisher();
        publisher.Publish(new OrderPlaced("O-1", 10m));
    }

    /// <summary>Awaits nothing: DEVT1602.</summary>
    [Fact]
    public void Order_is_shipped()
    {
        using var publisher = new DomainEventPublisher();
        using var spy = EventSpy.Attach(publisher);
        publisher.Publish(new OrderShipped("O-1"));
        spy.WaitForAsync<OrderShipped>(1, TimeSpan.FromSeconds(5));
    }

    /// <summary>Hopes that a while is enough: DEVT1603.</summary>
    [Fact]
    public async Task Order_is_returned()
    {
        using var publisher = new DomainEventPublisher();
        using var spy = EventSpy.Attach(publisher);
        publisher.Publish(new OrderReturned("O-1"));
        await Task.Delay(500);
        Assert.True(spy.EventsOf<OrderReturned>().Count == 1);
    }
}
