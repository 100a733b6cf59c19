using System.Collections.Immutable;
using DomainEvents.Generators.Emission;

namespace DomainEvents.Generators.Tests.Emission;

public sealed class EventTypesEmitterTests
{
    [Fact]
    public void Assign_of_distinct_names_is_the_type_name_less_its_suffix() => Assert.Equal(
        ["OrderPlaced = order.placed", "StrategyCreated = strategy.created"],
        Names(Event("strategy.created", "Shop", "StrategyCreated"), Event("order.placed", "Shop", "OrderPlacedDomainEvent")));

    [Fact]
    public void Assign_of_one_name_in_two_namespaces_prefixes_both() => Assert.Equal(
        ["OrdersCreated = order.created", "UsersCreated = user.created"],
        Names(Event("order.created", "Shop.Orders", "Created"), Event("user.created", "Shop.Users", "Created")));

    [Fact]
    public void Assign_of_one_name_in_two_containers_prefixes_the_container() => Assert.Equal(
        ["OrderCreated = order.created", "UserCreated = user.created"],
        Names(Event("order.created", "Shop", "Created", "Order"), Event("user.created", "Shop", "Created", "User")));

    [Fact]
    public void Assign_of_one_stem_with_two_suffixes_falls_back_to_the_whole_names() => Assert.Equal(
        ["OrderPlaced = order.placed", "OrderPlacedIntegrationEvent = shop.order.placed"],
        Names(Event("order.placed", "Shop", "OrderPlaced"), Event("shop.order.placed", "Shop", "OrderPlacedIntegrationEvent")));

    [Fact]
    public void Assign_of_a_collision_leaves_the_name_of_another_event_alone() => Assert.Equal(
        ["AOrdersCreated = order.created", "OrdersCreated = orders.created", "UsersCreated = user.created"],
        Names(
            Event("order.created", "A.Orders", "Created"),
            Event("user.created", "A.Users", "Created"),
            Event("orders.created", "A", "OrdersCreated")));

    [Fact]
    public void Assign_of_what_cannot_be_told_apart_numbers_by_event_type() => Assert.Equal(
        ["ShopCreated1 = a.created", "ShopCreated2 = b.created"],
        Names(Event("b.created", "Shop", "Created", arity: 1), Event("a.created", "Shop", "Created")));

    [Fact]
    public void Emit_of_two_versions_of_one_event_type_has_one_constant_that_names_both()
    {
        var text = EventTypesEmitter.Emit(
            EventTypesEmitter.Sort([Event("order.placed", "Shop", "OrderPlacedV2"), Event("order.placed", "Shop", "OrderPlaced")]), "Shop");

        Assert.Contains(
            """
                    /// <summary><c>order.placed</c>: <see cref="global::Shop.OrderPlaced" />, <see cref="global::Shop.OrderPlacedV2" />.</summary>
                    public const string OrderPlaced = "order.placed";
                }
            """,
            text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Assign_of_the_class_name_itself_gets_an_underscore() =>
        Assert.Equal(["EventTypes_ = event.types"], Names(Event("event.types", "Shop", "EventTypes")));

    [Fact]
    public void Emit_without_events_is_nothing() =>
        Assert.Null(EventTypesEmitter.Emit(EventTypesEmitter.Sort([]), "Shop"));

    [Fact]
    public void Emit_in_another_order_is_the_same_text()
    {
        ImmutableArray<EventConstant> constants =
            [Event("order.created", "A.Orders", "Created"), Event("user.created", "A.Users", "Created"), Event("a.b", "A", "AB")];

        Assert.Equal(
            EventTypesEmitter.Emit(EventTypesEmitter.Sort(constants), "A"),
            EventTypesEmitter.Emit(EventTypesEmitter.Sort([.. constants.Reverse()]), "A"));
    }

    [Theory]
    [InlineData(null, "Acme.Trading", "Acme.Trading")]
    [InlineData(" ", "Acme-Trading", "Acme_Trading")]
    [InlineData("Acme.Names", "Acme.Trading", "Acme.Names")]
    [InlineData(null, null, "")]
    public void Namespace_is_the_property_or_the_assembly_name(string? property, string? assembly, string expected) =>
        Assert.Equal(expected, EventTypesEmitter.Namespace(property, assembly));

    private static EventConstant Event(string eventType, string @namespace, string name, string? container = null, int arity = 0)
    {
        var outer = container is null ? "" : container + "`0+";
        return new EventConstant(eventType, $"{@namespace}.{outer}{name}`{arity}", @namespace, container, name);
    }

    private static IEnumerable<string> Names(params EventConstant[] constants) =>
        ConstantNames.Assign(constants).Select(row => $"{row.Key} = {row.Value.EventType}");
}
