namespace DomainEvents.Generators.Tests.Emission;

/// <summary>What generated events do when they run.</summary>
public sealed class EventExecutionTests
{
    [Fact]
    public void Constants_of_type_and_class_are_one_and_the_same() => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes["positional_record"],
        """
        var fired = new Shop.Triggers.TriggerFired(default, "X", 1m, null);
        return (Shop.Tests.EventTypes.TriggerFired, Shop.Triggers.TriggerFired.EventTypeName, fired.EventType) == ("trigger.fired", "trigger.fired", "trigger.fired")
            && (Shop.Triggers.TriggerFired.EventTypeVersion, fired.EventVersion) == (2, 2);
        """));

    [Fact]
    public void Equality_of_records_ignores_identity_and_with_keeps_it() => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes["positional_record"],
        """
        var first = new Shop.Triggers.TriggerFired(default, "X", 1m, null);
        var second = new Shop.Triggers.TriggerFired(default, "X", 1m, null);
        var changed = first with { Price = 2m };
        return first == second && first.GetHashCode() == second.GetHashCode() && first.EventId != second.EventId
            && changed != first && changed.EventId == first.EventId && changed.OccurredAt == first.OccurredAt;
        """));

    [Fact]
    public void Generic_nested_record_with_required_members_is_created_by_its_constructor() => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes["nested_generic"],
        """
        var stored = new Shop.Nesting.Store<int>.IShelf.ItemStored<string>(1, "x", new());
        return stored.Key == 1 && stored.Item == "x" && stored.EventType == "item.stored" && (stored with { Item = "y" }).EventId == stored.EventId;
        """));

    [Fact]
    public void Own_bases_keep_their_members_and_get_what_is_missing() => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes["own_base"],
        """
        DomainEvents.IDomainEvent added = new Shop.Bases.EntryAdded(1) { Text = "t" }, sent = new Shop.Bases.MessageSent("x", "me");
        return added.EventType == "entry.added" && ((Shop.Bases.Entry)added).Text == "t" && added.EventId != default && added.OccurredAt != default
            && sent.EventType == "message.sent" && sent.EventId == ((Shop.Bases.Message)sent).EventId && sent.OccurredAt == default
            && ((Shop.Bases.Message)sent).Topic == "x";
        """));

    [Fact]
    public void Derived_events_say_their_own_type_through_every_base() => Assert.Equal("order.replaced", GeneratedEvents.Execute(
        GeneratedEvents.Shapes["derived"],
        """
        Shop.Shapes.OrderEvent replaced = new Shop.Shapes.OrderReplaced("O-1", 2, "c", note: "n");
        return replaced.OrderId == "O-1" && replaced.Note == "n" ? replaced.EventType : null;
        """));

    [Fact]
    public void Names_that_are_keywords_are_set_like_any_other() => Assert.Equal("odd.happened", GeneratedEvents.Execute(
        GeneratedEvents.Shapes["names_and_contexts"],
        """
        var odd = new @event("a", "b", 1, "d", 2);
        return odd.@class == "a" && odd.Default == "b" && odd.value == 1 && odd.Old == "d" && odd.Anything == 2 && odd.System is null ? odd.EventType : null;
        """));

    [Fact]
    public void Identity_can_be_set_when_an_event_is_restored() => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes["without_data"],
        """
        var id = System.Guid.NewGuid();
        var restored = new Shop.SystemStarted { EventId = id, OccurredAt = System.DateTimeOffset.UnixEpoch };
        return restored.EventId == id && restored.OccurredAt == System.DateTimeOffset.UnixEpoch;
        """));

    [Theory]
    [InlineData("class", "Shop.Strategies.StrategyCreated", """new Shop.Strategies.StrategyCreated("S", "", System.Guid.NewGuid(), 1m, new[] { "X" }, "why")""")]
    [InlineData("positional_record", "Shop.Triggers.TriggerFired", """new Shop.Triggers.TriggerFired(System.Guid.NewGuid(), "X", 1m, null)""")]
    [InlineData("derived", "Shop.Shapes.OrderReplaced", """new Shop.Shapes.OrderReplaced("O", 2, "c", note: "n")""")]
    [InlineData("own_base", "Shop.Bases.MessageSent", """new Shop.Bases.MessageSent("x", "me")""")]
    [InlineData("nested_generic", "Shop.Nesting.Store<int>.IShelf.ItemStored<string>", """new Shop.Nesting.Store<int>.IShelf.ItemStored<string>(1, "x", new())""")]
    public void Json_of_a_shape_restores_all_of_it(string shape, string type, string creation) => Assert.Equal(true, GeneratedEvents.Execute(
        GeneratedEvents.Shapes[shape],
        $$"""
        var json = System.Text.Json.JsonSerializer.Serialize({{creation}});
        var again = System.Text.Json.JsonSerializer.Serialize(System.Text.Json.JsonSerializer.Deserialize<{{type}}>(json));
        return json == again && json.Contains("\"EventId\":\"");
        """));
}
