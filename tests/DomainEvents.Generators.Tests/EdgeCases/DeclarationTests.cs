using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>How and where a type is declared: the cases 1 to 21 of the list that the generator is written against.</summary>
public sealed class DeclarationTests
{
    [Fact]
    public void Case01_type_without_partial_gets_nothing_and_leaves_the_others_alone()
    {
        var result = Edge.Run(
            Edge.Project("using DomainEvents; [DomainEvent] public class OrderPlaced { } [DomainEvent] public partial class OrderPaid { public string Id { get; } }"),
            GeneratorChecks.BrokenInput);

        Assert.DoesNotContain("partial class OrderPlaced", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.DoesNotContain("CS0260", string.Join(' ', Edge.Faults(result)), StringComparison.Ordinal);
        Assert.Contains("string id", result.Source("OrderPaid"), StringComparison.Ordinal);
    }

    [Fact]
    public void Case02_event_in_a_container_without_partial_gets_no_part()
    {
        var result = Edge.Run(Edge.Project("using DomainEvents; public class Order { [DomainEvent] public partial class Placed { } }"), GeneratorChecks.BrokenInput);

        Assert.DoesNotContain("class Placed", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.DoesNotContain("CS0260", string.Join(' ', Edge.Faults(result)), StringComparison.Ordinal);
    }

    [Fact]
    public void Case03_containers_of_every_kind_are_repeated_by_their_kind() => Assert.Equal("a b c d", Edge.Execute(
        """
        using DomainEvents;
        public partial interface IShelf { public partial struct Box { public partial record struct Slot { [DomainEvent("a.b")] public sealed partial record Filled(string Id); } } }
        public static partial class Events { public partial record Order { [DomainEvent("c.d")] internal sealed partial class Placed { public string Id { get; } } } }
        """,
        """return (new IShelf.Box.Slot.Filled("x").EventType + "." + new Events.Order.Placed("x").EventType).Replace('.', ' ');"""));

    [Fact]
    public void Case04_generic_containers_and_events_keep_their_constraints() => Assert.Equal("item.stored:7", Edge.Execute(
        """
        using DomainEvents;
        public partial class Store<TKey> where TKey : struct
        {
            [DomainEvent("item.stored")] public partial class Stored<TItem> where TItem : class, new() { public TKey Key { get; } public TItem Item { get; } }
        }
        """,
        """var stored = new Store<int>.Stored<object>(7, new object()); return stored.EventType + ":" + stored.Key;"""));

    [Fact]
    public void Case05_open_generic_event_reaches_the_handlers_of_its_closed_types() => Assert.Equal("5 * *", Edge.Execute(
        """
        using DomainEvents;
        public static class Log { public static string Text = ""; }
        [DomainEvent] public partial class ItemStored<T> { public T Value { get; } }
        public class OfInt : IDomainEventHandler<ItemStored<int>> { public void Handle(ItemStored<int> e) => Log.Text += e.Value; }
        public class OfAll : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) => Log.Text += " *"; }
        """,
        """
        var publisher = new DomainEvents.DomainEventPublisher();
        publisher.Publish(new ItemStored<int>(5));
        publisher.Publish(new ItemStored<string>("text"));
        return Log.Text;
        """));

    [Fact]
    public void Case06_file_type_gets_nothing()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] file partial class OrderPlaced { public int N { get; } }");

        Assert.DoesNotContain("OrderPlaced", result.AllGeneratedText, StringComparison.Ordinal);
    }

    [Fact]
    public void Case07_private_nested_event_is_handled_by_a_private_handler() => Assert.Equal("4", Edge.Execute(
        """
        using DomainEvents;
        public partial class Order
        {
            private static string s_log = "";
            [DomainEvent] private sealed partial class Placed { public int N { get; } }
            private sealed class Handler : IDomainEventHandler<Placed> { public void Handle(Placed e) => s_log += e.N; }
            public static string Place() { new DomainEventPublisher().Publish(new Placed(4)); return s_log; }
        }
        public partial class Generic<T> { [DomainEvent("never.known")] protected sealed partial class Known { public T Value { get; } } }
        """,
        "return Order.Place();"));

    [Fact]
    public void Case08_global_namespace_needs_no_namespace_block()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] public partial class OrderPlaced { public string Id { get; } }");

        Assert.DoesNotContain("namespace", result.Source("OrderPlaced"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public static partial class OrderPlaced { }")]
    [InlineData("public partial interface OrderPlaced { }")]
    [InlineData("public enum OrderPlaced { }")]
    [InlineData("public delegate void OrderPlaced();")]
    public void Case09_what_can_be_no_event_gets_nothing(string declaration)
    {
        var result = Edge.Run(Edge.Project("using DomainEvents; [DomainEvent] " + declaration), GeneratorChecks.BrokenInput);

        Assert.DoesNotContain("OrderPlaced", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.Empty(Edge.Faults(result, "CS0592"));
    }

    [Fact]
    public void Case10_abstract_event_gets_a_protected_constructor_and_no_row()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] public abstract partial class OrderEvent { public string Id { get; } }");

        Assert.Contains("protected OrderEvent(", result.Source("OrderEvent"), StringComparison.Ordinal);
        Assert.False(result.Has("Module"));
    }

    [Fact]
    public void Case11_modifiers_are_not_repeated()
    {
        var result = Edge.Generate("using DomainEvents; [DomainEvent] internal sealed partial class OrderPlaced { public string Id { get; } } [DomainEvent] public abstract partial record OrderEvent(string Id);");

        Assert.DoesNotContain("sealed", result.Source("OrderEvent"), StringComparison.Ordinal);
        Assert.DoesNotContain("abstract partial", result.AllGeneratedText, StringComparison.Ordinal);
    }

    [Fact]
    public void Case12_parts_in_two_files_are_joined_by_path_in_either_order()
    {
        var project = Edge.Project()
            .WithFile("b.cs", "namespace Shop { [DomainEvents.DomainEvent] public partial class OrderPlaced { public string B { get; } } }")
            .WithFile("a.cs", "using System; namespace Shop { partial class OrderPlaced { public Guid A { get; } public string? C { get; } } }");

        Assert.Equal("b", Edge.Execute(project, """return new Shop.OrderPlaced(System.Guid.NewGuid(), "b", c: "c").B;"""));
        Assert.Equal(Edge.Run(project).AllGeneratedText, Edge.Run(project.WithFiles(project.Files.Reverse())).AllGeneratedText);
    }

    [Fact]
    public void Case13_attribute_on_two_parts_gives_one_part_and_spares_the_others()
    {
        var result = Edge.Run(
            Edge.Project(
                "using DomainEvents; [DomainEvent] public partial class OrderPlaced { public string Id { get; } }",
                """using DomainEvents; [DomainEvent("a.b")] partial class OrderPlaced { } [DomainEvent] public partial class OrderPaid { }"""),
            GeneratorChecks.BrokenInput);

        Assert.Empty(Edge.Faults(result, "CS0579"));
        Assert.Single(result.Files, static file =>
            file.Text.Contains("partial class OrderPlaced", StringComparison.Ordinal) && !file.Hint.StartsWith("DomainEvents.Json", StringComparison.Ordinal));
        Assert.True(result.Has("OrderPaid"));
    }

    [Fact]
    public void Case14_attribute_is_found_behind_aliases_and_qualified_names() => Assert.Equal("a.a a.b a.c a.d a.e", Edge.Execute(
        Edge.Project("global using Everywhere = DomainEvents.DomainEventAttribute;").WithFile("a.cs", """
            using Here = DomainEvents.DomainEventAttribute;
            using D = DomainEvents;
            [Here("a.a")] public partial class A { public int N { get; } }
            [Everywhere("a.b")] public partial class B { public int N { get; } }
            [D.DomainEvent("a.c")] public partial class C { public int N { get; } }
            [global::DomainEvents.DomainEventAttribute("a.d")] public partial class E { public int N { get; } }
            [D::DomainEvent("a.e")] public partial class F { public int N { get; } }
            """),
        """return string.Join(" ", new A(1).EventType, new B(1).EventType, new C(1).EventType, new E(1).EventType, new F(1).EventType);"""));

    [Fact]
    public void Case15_foreign_attribute_of_the_same_name_makes_no_event()
    {
        var result = Edge.Generate("""
            namespace Other { public class DomainEventAttribute : System.Attribute { } }
            namespace Shop { using Other; [DomainEvent] public partial class OrderPlaced { public string Id => ""; } }
            """);

        Assert.DoesNotContain("OrderPlaced", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.False(result.Has("EventTypes"));
    }

    [Fact]
    public void Case16_and_17_keywords_escapes_and_letters_beyond_ascii_are_names() => Assert.Equal("x y z", Edge.Execute(
        """
        using DomainEvents;
        namespace @class.@namespace
        {
            [DomainEvent("a.b")] public partial class @event { public string @class { get; } }
            [DomainEvent("a.c")] public partial record \u0041b(string \u0042c);
            [DomainEvent("a.d")] public partial class Größe注文 { public string É { get; } }
        }
        """,
        """return new @class.@namespace.@event("x").@class + " " + new @class.@namespace.Ab("y").Bc + " " + new @class.@namespace.Größe注文("z").É;"""));

    [Fact]
    public void Case18_long_names_and_deep_namespaces_keep_hints_short()
    {
        var name = new string('L', 300);
        var result = Edge.Generate($$"""
            namespace {{string.Join('.', Enumerable.Range(0, 40).Select(static i => "Part" + i))}};
            using DomainEvents;
            [DomainEvent("a.b")] public partial class {{name}} { public string Id { get; } }
            public partial class Outer { [DomainEvent("a.c")] private partial class {{name}}2 { } }
            """);

        Assert.Contains(result.Files, file => file.Text.Contains($"public {name}(", StringComparison.Ordinal));
    }

    [Fact]
    public void Case19_to_21_names_that_differ_in_case_namespace_container_or_arity_do_not_collide()
    {
        var result = Edge.Run(Edge.Project()
            .WithFile("1.cs", """[DomainEvents.DomainEvent("a.a")] public partial class Order { public int N { get; } }""")
            .WithFile("2.cs", """[DomainEvents.DomainEvent("a.b")] public partial class order { public int N { get; } }""")
            .WithFile("3.cs", """namespace X { [DomainEvents.DomainEvent("a.c")] public partial class Order { public int N { get; } } }""")
            .WithFile("4.cs", """partial class Box { [DomainEvents.DomainEvent("a.d")] public partial class Order { public int N { get; } } }""")
            .WithFile("5.cs", """[DomainEvents.DomainEvent("a.e")] public partial class Order<T> { public int N { get; } }""")
            .WithSuppressed("CS8981"));

        Assert.Equal(5, result.Hints.Count(static hint => hint.StartsWith("Order.", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(5, result.Source("EventTypes").Split("public const string").Length - 1);
    }
}
