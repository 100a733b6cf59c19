using DomainEvents.Slots;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Slots;

public sealed class SlotTableTests
{
    private readonly SlotTable _table = new();

    [Fact]
    public void Find_finds_an_event_with_an_index_by_that_and_by_its_own_class_only()
    {
        var placed = new EmptyPipeline();
        _table.SetByIndex(new OrderPlaced().TypeIndex, typeof(OrderPlaced), placed);

        Assert.Same(placed, _table.Find(new OrderPlaced()));
        Assert.Equal(new OrderPlaced().TypeIndex, new UnmarkedOrderPlaced().TypeIndex);
        Assert.Null(_table.Find(new UnmarkedOrderPlaced()));
        Assert.Null(_table.Find(null));
    }

    /// <summary>Where a <see cref="DomainEvent"/> has its index, this event has a number that is the index of another.</summary>
    [Fact]
    public void Find_takes_no_number_of_another_event_for_an_index()
    {
        var numbered = new EmptyPipeline();
        var index = new OrderPlaced().TypeIndex;
        _table.SetByIndex(index, typeof(OrderPlaced), new EmptyPipeline());
        Assert.Equal(index, ObjectStart.IndexOf(new Numbered(index)));

        Assert.Null(_table.Find(new Numbered(index)));
        _table.SetByType(typeof(Numbered), numbered);

        Assert.Same(numbered, _table.Find(new Numbered(index)));
        Assert.Same(numbered, _table.Find(new Numbered(int.MaxValue)));
        Assert.Same(numbered, _table.Find(new Numbered(-1)));
    }

    [Fact]
    public void ClassOf_is_the_handle_of_the_class()
    {
        object[] objects = ["text", 1, new OrderPlaced(), new int[2], new Numbered(1)];

        Assert.Equal(objects.Select(item => item.GetType().TypeHandle.Value), objects.Select(ObjectStart.ClassOf));
    }

    private sealed class Numbered(int number) : IDomainEvent
    {
        public Guid EventId => new(number, 0, 0, new byte[8]);

        public DateTimeOffset OccurredAt => DateTimeOffset.UnixEpoch;

        public string EventType => "order.numbered";
    }
}
