using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>Event types and their constants: the cases 49 to 57.</summary>
public sealed class NameTests
{
    [Theory]
    [InlineData("\"Strategy\"")]
    [InlineData("\"strategy\"")]
    [InlineData("\"\"")]
    [InlineData("\"a b.c\"")]
    [InlineData("\"ü.created\"")]
    [InlineData("\"two words\", External = true")]
    [InlineData("StrategyCreated.EventTypeName")]
    public void Case49_unusable_name_gives_no_constant_and_none_is_invented(string arguments)
    {
        var result = Edge.Run(
            Edge.Project($"using DomainEvents; [DomainEvent({arguments})] public partial class StrategyCreated {{ public string Id {{ get; }} }}"),
            GeneratorChecks.BrokenInput);

        Assert.DoesNotContain("EventTypeName =", result.AllGeneratedText, StringComparison.Ordinal);
        Assert.False(result.Has("EventTypes"));
        Assert.Contains("public StrategyCreated(", result.Source("StrategyCreated"), StringComparison.Ordinal);
    }

    [Fact]
    public void Case50_two_events_of_one_name_share_a_constant()
    {
        var source = Edge.Generate("""
            using DomainEvents;
            [DomainEvent("order.placed")] public partial class OrderPlaced { }
            [DomainEvent("order.placed", Version = 2)] public partial class OrderPlacedV2 { }
            """).Source("EventTypes");

        Assert.Equal(2, source.Split("\"order.placed\"").Length);
        Assert.Contains("string OrderPlaced =", source, StringComparison.Ordinal);
    }

    [Fact]
    public void Case51_names_that_look_alike_keep_a_constant_each() => Assert.Equal("order.re_opened order.reopened", Edge.Execute(
        """
        using DomainEvents;
        [DomainEvent("order.re_opened")] public partial class OrderReOpened { }
        [DomainEvent("order.reopened")] public partial class OrderReopened { }
        """,
        """return Shop.App.EventTypes.OrderReOpened + " " + Shop.App.EventTypes.OrderReopened;"""));

    [Fact]
    public void Case52_and_54_constant_called_like_its_class_gets_another_name() => Assert.Equal("event.types order.order", Edge.Execute(
        """
        using DomainEvents;
        namespace Shop { [DomainEvent("event.types")] public partial class EventTypes { } [DomainEvent("order.order")] public partial class Order { } }
        """,
        """return Shop.App.EventTypes.EventTypes_ + " " + Shop.App.EventTypes.Order;"""));

    [Fact]
    public void Case53_and_55_constants_called_like_members_of_object_keywords_or_numbers_compile() => Assert.Equal("a.a a.b a.c a.d a.e", Edge.Execute(
        """
        using DomainEvents;
        [DomainEvent("a.a")] public partial class EqualsEvent { }
        [DomainEvent("a.b")] public partial class FinalizeEvent { }
        [DomainEvent("a.c")] public partial class classEvent { }
        [DomainEvent("a.d")] public partial class GetTypeEvent { }
        [DomainEvent("a.e")] public partial class _2faEvent { }
        """,
        """
        return string.Join(" ", Shop.App.EventTypes.Equals, Shop.App.EventTypes.Finalize, Shop.App.EventTypes.@class, Shop.App.EventTypes.GetType, Shop.App.EventTypes._2fa);
        """));

    [Fact]
    public void Case56_name_is_the_value_of_its_constant() => Assert.Equal("a.b b.c 7 X3.d q.r raw.name ver.batim par.en lib.name", Edge.Execute(
        Edge.Project(""""
            using DomainEvents;
            namespace Shop
            {
                public static class Names { public const string A = "a." + B; public const string B = "b"; public const string C = $"{B}.c"; }
                [DomainEvent(Names.A)] public partial class X1 { }
                [DomainEvent(Names.C, Version = Seven)] public partial class X2 { private const int Seven = 7; }
                [DomainEvent(nameof(X3) + ".d", External = true)] public partial class X3 { }
                [DomainEvent(eventType: "q.r")] public partial class X4 { }
                [DomainEvent("""raw.name""")] public partial class X5 { }
                [DomainEvent(@"ver.batim")] public partial class X6 { }
                [DomainEvent(("par.en"))] public partial class X7 { }
                [DomainEvent(Library.Name)] public partial class X8 { }
            }
            """").WithLibrary(Edge.Run(Edge.Library("Shop.Names", """namespace Shop { public static class Library { public const string Name = "lib.name"; } }""")), asImage: true),
        """
        var x2 = new Shop.X2();
        return string.Join(" ", new Shop.X1().EventType, x2.EventType, x2.EventVersion, new Shop.X3().EventType, new Shop.X4().EventType,
            new Shop.X5().EventType, new Shop.X6().EventType, new Shop.X7().EventType, new Shop.X8().EventType);
        """));

    [Fact]
    public void Case57_letters_are_lowered_alike_under_every_culture()
    {
        var texts = new HashSet<string>();
        foreach (var culture in CultureScope.Troublesome)
        {
            texts.Add(CultureScope.Run(culture, static () => Edge.Generate("using DomainEvents; [DomainEvent] public partial class INVOICEIssued { }").Source("EventTypes")));
        }

        Assert.Contains("\"invoice.issued\"", Assert.Single(texts), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("public partial interface IOrderEvents", "Placed", "order.placed")]
    [InlineData("public static partial class OrderEvents", "Placed", "order.placed")]
    [InlineData("public partial class Order", "Placed", "order.placed")]
    [InlineData("public static partial class Events", "OrderPlaced", "order.placed")]
    public void Nested_event_takes_its_subject_from_its_container(string container, string name, string expected) => Assert.Equal(expected, Edge.Execute(
        $"using DomainEvents; {container} {{ [DomainEvent] public sealed partial record {name}(string Id); }}",
        $"return {container.Split(' ')[^1]}.{name}.EventTypeName;"));

    [Fact]
    public void Events_named_alike_in_two_namespaces_keep_a_constant_each() => Assert.Equal("sales.placed stock.placed", Edge.Execute(
        """
        namespace Shop.Sales { [DomainEvents.DomainEvent("sales.placed")] public partial class OrderPlaced { } }
        namespace Shop.Stock { [DomainEvents.DomainEvent("stock.placed")] public partial class OrderPlaced { } }
        """,
        """return Shop.App.EventTypes.SalesOrderPlaced + " " + Shop.App.EventTypes.StockOrderPlaced;"""));

    [Theory]
    [InlineData("namespace Shop.App.EventTypes { public class Any { } }")]
    [InlineData("namespace Shop.App { public enum EventTypes { A } }")]
    [InlineData("namespace Shop.App { public static partial class EventTypes { } }")]
    [InlineData("namespace Shop { public static class App { } }")]
    public void Place_of_the_constants_that_is_taken_is_left_to_the_user(string taken)
    {
        var project = Edge.Project("using DomainEvents; [DomainEvent] public sealed partial record OrderPlaced(string Id);", taken);

        Assert.False(Edge.Run(project).Has("EventTypes"));
        Assert.Equal("order.placed", Edge.Execute(project, "return OrderPlaced.EventTypeName;"));
    }

    [Theory]
    [InlineData("namespace Shop.App { file class EventTypes { } }")]
    [InlineData("namespace Shop.App { public class EventTypes<T> { } }")]
    [InlineData("namespace Shop.EventTypes { public class Any { } }")]
    [InlineData("public class EventTypes { } namespace Shop { public class App<T> { } }")]
    public void Namesakes_elsewhere_do_not_stand_in_the_way(string elsewhere) => Assert.Equal("order.placed", Edge.Execute(
        Edge.Project("using DomainEvents; [DomainEvent] public sealed partial record OrderPlaced(string Id);", elsewhere),
        "return Shop.App.EventTypes.OrderPlaced;"));
}
