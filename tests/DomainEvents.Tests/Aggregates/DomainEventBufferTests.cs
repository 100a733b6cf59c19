using DomainEvents.Persistence;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Aggregates;

public sealed class DomainEventBufferTests
{
    private readonly DomainEventBuffer _buffer = new();

    [Fact]
    public void Aggregate_root_keeps_what_it_raises_in_order()
    {
        var order = new Order();

        order.Place(1);
        order.Place(2);

        Assert.Equal([1, 2], order.DomainEvents.Cast<OrderPlaced>().Select(placed => placed.Number));
        Assert.Equal(2, order.DomainEvents.Count);
        Assert.Same(order.DomainEvents, ((IHasDomainEvents)order).DomainEvents);
    }

    [Fact]
    public void Buffer_refuses_nothing_and_an_instance_that_waits_already()
    {
        var placed = new OrderPlaced();
        _buffer.Raise(placed);

        Assert.Throws<ArgumentNullException>(() => _buffer.Raise(null!));
        Assert.Contains("order.placed", Assert.Throws<ArgumentException>(() => _buffer.Raise(placed)).Message);
        Assert.Equal([placed], _buffer);
    }

    [Fact]
    public void Remove_takes_off_by_reference_and_leaves_an_equal_event()
    {
        var id = Guid.NewGuid();
        OrderPaid committed = new(1m) { EventId = id }, equal = new(1m) { EventId = id };
        _buffer.Raise(committed);
        _buffer.Raise(equal);

        _buffer.Remove([committed, new OrderPlaced()]);

        Assert.Same(equal, Assert.Single(_buffer));
    }

    [Fact]
    public void Restore_puts_back_before_what_was_raised_since_and_nothing_twice()
    {
        OrderPlaced first = new(1), second = new(2), third = new(3);
        _buffer.Raise(second);
        _buffer.Raise(third);

        _buffer.Restore([first, second]);

        Assert.Equal([first, second, third], _buffer);
    }

    [Fact]
    public void Clear_forgets_and_an_empty_buffer_has_no_item()
    {
        _buffer.Raise(new OrderPlaced());
        _buffer.Clear();

        Assert.Empty(_buffer);
        Assert.Throws<ArgumentOutOfRangeException>(() => _buffer[0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new DomainEventBuffer()[0]);
    }

    private sealed class Order : AggregateRoot
    {
        public void Place(int number) => Raise(new OrderPlaced(number));
    }
}
