namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>
/// Members of the user's that are called like those of <c>IDomainEvent</c> and are something else: the user's stay, the interface is
/// implemented explicitly.
/// </summary>
public sealed class InterfaceMemberTests
{
    private const string Describe = """
        static string Describe(DomainEvents.IDomainEvent e) =>
            (e.EventId == System.Guid.Empty ? "no id " : "id ") + (e.OccurredAt.Year > 2000 ? "now " : "then ") + e.EventType + " " + e.EventVersion;
        """;

    [Theory]
    [InlineData("partial record OrderPlaced(System.DateTime OccurredAt)", "System.DateTime.MinValue", "OccurredAt.Year", "1")]
    [InlineData("partial class OrderPlaced { public System.DateTime OccurredAt { get; } }", "System.DateTime.MinValue", "OccurredAt.Year", "1")]
    [InlineData("partial record OrderPlaced(string EventId)", "\"E-1\"", "EventId", "E-1")]
    [InlineData("partial class OrderPlaced { public string EventId { get; } }", "\"E-1\"", "EventId", "E-1")]
    [InlineData("partial record OrderPlaced(System.DayOfWeek EventType)", "System.DayOfWeek.Friday", "EventType", "Friday")]
    [InlineData("partial class OrderPlaced { public System.DayOfWeek EventType { get; } }", "System.DayOfWeek.Friday", "EventType", "Friday")]
    [InlineData("partial class OrderPlaced { public string EventVersion { get; } }", "\"v\"", "EventVersion", "v")]
    [InlineData("partial class OrderPlaced { internal System.Guid EventId { get; } }", "System.Guid.Empty", "EventId.ToString()[0]", "0")]
    [InlineData("partial class OrderPlaced { public string EventType() => \"m\"; public int N { get; } }", "1", "EventType()", "m")]
    [InlineData("partial class OrderPlaced { public static string EventType => \"s\"; public int N { get; } }", "1", "N", "1")]
    public void Member_of_another_kind_stays_and_the_interface_has_its_own(string declaration, string value, string own, string expected)
    {
        var end = declaration.EndsWith(')') ? ";" : "";
        var text = (string)Edge.Execute(
            $"using DomainEvents; [DomainEvent(Version = 3)] public {declaration}{end}",
            $"{Describe} var e = new OrderPlaced({value}); return e.{own} + \" \" + Describe(e);")!;

        Assert.Equal(expected + " id now order.placed 3", text);
    }

    [Theory]
    [InlineData("using Stamp = System.DateTimeOffset;", "")]
    [InlineData("", "global using Stamp = System.DateTimeOffset;")]
    public void Alias_of_the_right_type_is_the_interfaces(string alias, string global) => Assert.Equal(true, Edge.Execute(
        Edge.Project(
            $"{alias} using DomainEvents; [DomainEvent] public partial record OrderPlaced(Stamp OccurredAt) {{ public System.Guid EventId {{ get; }} = System.Guid.Empty; }}",
            global),
        """
        DomainEvents.IDomainEvent e = new OrderPlaced(System.DateTimeOffset.UnixEpoch);
        return e.OccurredAt == System.DateTimeOffset.UnixEpoch && e.EventId == System.Guid.Empty;
        """));

    [Fact]
    public void Explicit_implementation_of_the_users_is_kept() => Assert.Equal(1970, Edge.Execute(
        """
        using DomainEvents; using System;
        [DomainEvent] public partial record OrderPlaced(DateTime OccurredAt) { DateTimeOffset IDomainEvent.OccurredAt => OccurredAt; }
        """,
        "return ((DomainEvents.IDomainEvent)new OrderPlaced(new System.DateTime(1970, 6, 1))).OccurredAt.Year;"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Derived_event_keeps_the_users_members_and_says_its_own_name(bool isElsewhere)
    {
        const string bases = """
            using DomainEvents; using System;
            namespace Shop { [DomainEvent] public abstract partial class OrderEvent { public string EventId { get; } public DayOfWeek EventType { get; } public DateTime OccurredAt { get; init; } public string EventVersion => "x"; } }
            """;
        const string events = """
            using DomainEvents; using System;
            namespace Shop { [DomainEvent(Version = 3)] public partial class OrderPlaced : OrderEvent { public string Name { get; } } [DomainEvent(Version = 4)] public sealed partial class OrderReplaced : OrderPlaced { } }
            """;
        var project = isElsewhere ? Edge.Project(events).WithLibrary(Edge.Run(Edge.Library("Shop.Orders", bases)), asImage: true) : Edge.Project(bases, events);

        Assert.Equal("E-1 Friday 1 id now order.replaced 4", Edge.Execute(project, $"""
            {Describe} var e = new Shop.OrderReplaced("E-1", System.DayOfWeek.Friday, System.DateTime.MinValue, "n");
            return e.EventId + " " + e.EventType + " " + e.OccurredAt.Year + " " + Describe(e);
            """));
    }

    [Theory]
    [InlineData("EventType")]
    [InlineData("EventId")]
    [InlineData("OccurredAt")]
    [InlineData("EventVersion")]
    [InlineData("EventTypeName")]
    [InlineData("EventTypeVersion")]
    public void Event_called_like_a_member_is_an_event(string name) => Assert.Equal("id now a.b 1 id now a.c 1", Edge.Execute(
        $$"""
        using DomainEvents;
        namespace Shop { [DomainEvent("a.b")] public partial class {{name}} { public int N { get; } } [DomainEvent("a.c")] public sealed partial class Derived : {{name}} { } }
        """,
        $"{Describe} return Describe(new Shop.{name}(1)) + \" \" + Describe(new Shop.Derived(1));"));
}
