using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>What kind of type an event is and what it derives from: the cases 22 to 33.</summary>
public sealed class KindTests
{
    [Fact]
    public void Case22_record_class_gets_a_constructor_and_keeps_its_copy_constructor() => Assert.Equal("a 2", Edge.Execute(
        "using DomainEvents; [DomainEvent] public partial record OrderPlaced { public string Id { get; init; } public int N { get; init; } }",
        """var e = new OrderPlaced("a", 1) with { N = 2 }; return e.Id + " " + e.N;"""));

    [Theory]
    [InlineData("new OrderPlaced(\" \", 1)")]
    [InlineData("new OrderPlaced(\"a\", 1) with { Id = \"\" }")]
    [InlineData("System.Text.Json.JsonSerializer.Deserialize<OrderPlaced>(\"{\\\"N\\\":1}\")!")]
    public void Case23_positional_record_is_guarded_in_constructor_with_and_json(string creation)
    {
        var thrown = Assert.ThrowsAny<ArgumentException>(() => Edge.Execute(
            "using DomainEvents; [DomainEvent] public sealed partial record OrderPlaced(string Id, int N);", $"return {creation};"));

        Assert.Equal("Id", thrown.ParamName);
        Assert.Contains("order.placed", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Case23_positional_record_copies_property_attributes_and_spares_properties_of_its_own() => Assert.Equal("oid hidden b", Edge.Execute(
        """
        using DomainEvents; using System.Text.Json.Serialization;
        [DomainEvent] public sealed partial record OrderNoted([property: JsonPropertyName("oid")] string Id, [property: JsonIgnore] int Q, [AllowBlank] string Note)
        {
            public string Note { get; init; } = Note.Trim();
        }
        """,
        """
        var json = System.Text.Json.JsonSerializer.SerializeToElement(new OrderNoted("a", 1, " b "));
        return (json.TryGetProperty("oid", out _) ? "oid" : "lost") + (json.TryGetProperty("Q", out _) ? " shown " : " hidden ") + json.GetProperty("Note").GetString();
        """));

    [Fact]
    public void Case24_record_whose_only_member_has_its_own_type_gets_no_constructor()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] public partial record OrderMoved { public OrderMoved? Previous { get; init; } }");

        Assert.DoesNotContain("OrderMoved(", result.Source("OrderMoved"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("record struct")]
    [InlineData("struct")]
    [InlineData("ref struct")]
    public void Case25_to_27_structs_get_nothing(string kind)
    {
        var modifier = kind == "ref struct" ? "ref partial struct" : "partial " + kind;
        var result = Edge.Run(Edge.Project($"using DomainEvents; [DomainEvent] public {modifier} OrderPlaced {{ public int N {{ get; }} }}"), GeneratorChecks.BrokenInput);

        Assert.DoesNotContain("OrderPlaced", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.Empty(Edge.Faults(result, "CS0592"));
    }

    [Fact]
    public void Case28_hand_written_constructor_wins_and_another_stands_beside_ours() => Assert.Equal("mine A generated B json C", Edge.Execute(
        """
        using DomainEvents; using System.Text.Json.Serialization;
        [DomainEvent("a.a")] public partial class Own { public string Id { get; } public Own(string identifier) { Id = "mine " + identifier; } }
        [DomainEvent("a.b")] public partial class Beside { public string Id { get; } public Beside(int number) : this("generated " + (char)number) { } }
        [DomainEvent("a.c")] public partial class Json { public string Id { get; } [JsonConstructor] private Json(string id, System.Guid eventId) : this("json " + id) { EventId = eventId; } }
        """,
        """
        var json = System.Text.Json.JsonSerializer.Deserialize<Json>("{\"Id\":\"C\",\"EventId\":\"00000000-0000-0000-0000-000000000001\"}")!;
        if (json.EventId == new Json("x").EventId) return "same id";
        return new Own("A").Id + " " + new Beside('B').Id + " " + json.Id;
        """));

    [Fact]
    public void Case29_event_without_members_is_created_without_arguments() => Assert.Equal("system.started system.stopped system.failed", Edge.Execute(
        "using DomainEvents; [DomainEvent] public partial class SystemStarted; [DomainEvent] public sealed partial record SystemStopped; [DomainEvent] public partial record SystemFailed();",
        """return new SystemStarted().EventType + " " + new SystemStopped().EventType + " " + new SystemFailed().EventType;"""));

    [Theory]
    [InlineData(true, true)]
    [InlineData(true, false)]
    [InlineData(false, false)]
    public void Case30_base_event_gets_its_parameters_whatever_other_constructors_it_has(bool isElsewhere, bool asImage)
    {
        const string bases = """
            using DomainEvents;
            namespace Shop
            {
                [DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } protected OrderEvent() { OrderId = "none"; } }
                [DomainEvent] public abstract partial record LineEvent(string LineId) { protected LineEvent() : this("none") { } }
            }
            """;
        const string events = """
            using DomainEvents;
            namespace Shop
            {
                [DomainEvent] public partial class OrderPlaced : OrderEvent { public int N { get; } }
                [DomainEvent] public sealed partial class OrderReplaced : OrderPlaced { public string? Why { get; } }
                [DomainEvent] public sealed partial record LineAdded : LineEvent { public int N { get; } }
            }
            """;
        var project = isElsewhere ? Edge.Project(events).WithLibrary(Edge.Run(Edge.Library("Shop.Orders", bases)), asImage) : Edge.Project(bases, events);

        Assert.Equal("A1 B2 C3", Edge.Execute(project, """
            var placed = new Shop.OrderPlaced("A", 1); var replaced = new Shop.OrderReplaced("B", 2); var added = new Shop.LineAdded("C", 3);
            return placed.OrderId + placed.N + " " + replaced.OrderId + replaced.N + " " + added.LineId + added.N;
            """));
    }

    [Fact]
    public void Case30_base_with_constructor_arguments_of_its_own_is_called_by_the_user() => Assert.Equal("topic name", Edge.Execute(
        """
        using DomainEvents;
        public abstract class Message { protected Message(string topic, int priority = 3) { Topic = topic; } public string Topic { get; } }
        [DomainEvent] public sealed partial class OrderPlaced : Message { public OrderPlaced(string name) : base("topic") { Name = name; } public string Name { get; } }
        """,
        """var e = new OrderPlaced("name"); return e.Topic + " " + e.Name;"""));

    [Fact]
    public void Case30_base_without_accessible_constructor_spares_the_other_events()
    {
        var library = Edge.Run(Edge.Library("Shop.Core", "public class Locked { internal Locked(int number) { } }"));
        var result = Edge.Run(
            Edge.Project("using DomainEvents; [DomainEvent] public partial class OrderPlaced : Locked { public string Id { get; } } [DomainEvent] public partial class OrderPaid { public string Id { get; } }")
                .WithLibrary(library, asImage: true),
            GeneratorChecks.BrokenInput);

        Assert.Contains("OrderPaid(", result.Source("OrderPaid"), StringComparison.Ordinal);
        Assert.DoesNotContain("OrderPlaced(", result.AllGeneratedText.Replace("(OrderPlaced)", ""), StringComparison.Ordinal);
    }

    [Fact]
    public void Case31_overridden_and_hiding_members_are_set_once() => Assert.Equal("s t t 3", Edge.Execute(
        """
        using DomainEvents;
        [DomainEvent] public abstract partial class OrderEvent { public virtual string S { get; } public string T { get; } }
        [DomainEvent] public partial class OrderPlaced : OrderEvent { public override string S { get; } public new string T { get; } public int N { get; } }
        """,
        """var e = new OrderPlaced("s", "t", 3); return e.S + " " + e.T + " " + ((OrderEvent)e).T + " " + e.N;"""));

    [Fact]
    public void Case32_members_of_interfaces_are_no_parameters() => Assert.Equal(3, Edge.Execute(
        """
        using DomainEvents;
        public interface IHas { string X => "x"; string Y { get; } }
        [DomainEvent] public partial class OrderPlaced : IHas { string IHas.Y { get; } = "y"; public int N { get; } }
        """,
        "return new OrderPlaced(3).N;"));

    [Fact]
    public void Hierarchy_three_deep_over_two_assemblies_reaches_the_handler_of_its_root()
    {
        var library = Edge.Run(Edge.Library("Shop.Orders", """
            using DomainEvents;
            namespace Shop { [DomainEvent] public abstract partial record OrderEvent(string OrderId); [DomainEvent] public partial record OrderPlaced(string OrderId, int N) : OrderEvent(OrderId); }
            """));
        var project = Edge.Project("""
            using DomainEvents;
            namespace Shop
            {
                [DomainEvent] public sealed partial record OrderReplaced(string OrderId, int N, string Why) : OrderPlaced(OrderId, N);
                public class Handler : IDomainEventHandler<OrderEvent> { public static string Log = ""; public void Handle(OrderEvent e) => Log += e.EventType + " " + e.OrderId; }
            }
            """).WithLibrary(library, asImage: true);

        Assert.Equal("order.replaced a", Edge.Execute(project, """
            new DomainEvents.DomainEventPublisher().Publish(new Shop.OrderReplaced("a", 1, "w"));
            return Shop.Handler.Log;
            """));
    }

    [Fact]
    public void Generic_base_record_with_sealed_text_keeps_both() => Assert.Equal("message 7 order.placed", Edge.Execute(
        """
        using DomainEvents; using System;
        public abstract record Message<TId>(TId Id) where TId : notnull { public sealed override string ToString() => "message " + Id; }
        [DomainEvent] public sealed partial record OrderPlaced(int Id, string Name) : Message<int>(Id);
        """,
        """var e = new OrderPlaced(7, "n"); return e + " " + e.EventType;"""));
}
