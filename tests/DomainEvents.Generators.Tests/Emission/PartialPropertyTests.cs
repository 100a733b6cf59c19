using DomainEvents.Generators.Tests.EdgeCases;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Partial properties: the generated part implements them, and every way in passes the guard.</summary>
public sealed class PartialPropertyTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using DomainEvents;

        namespace Shop
        {
            /// <summary>An order was placed.</summary>
            [DomainEvent]
            public partial record OrderPlaced
            {
                /// <summary>A.</summary>
                public partial string OrderId { get; init; }

                /// <summary>B.</summary>
                [AllowBlank]
                public required partial string Memo { get; init; }

                /// <summary>C.</summary>
                [NotDefault]
                protected internal virtual partial Guid Customer { get; private init; }

                /// <summary>D.</summary>
                public partial IReadOnlyList<string> Lines { get; private set; }

                /// <summary>E.</summary>
                public partial string? Reason { get; init; }

                /// <summary>F.</summary>
                public partial int Count { get; }

                /// <summary>G.</summary>
                public partial string? Tag { get; set; }

                internal void Change(IReadOnlyList<string> lines) => Lines = lines;
            }

            internal static class Make
            {
                internal static OrderPlaced It(string id = "O-1", string memo = "m", Guid? customer = null, IReadOnlyList<string>? lines = null, bool noLines = false) =>
                    new(id, memo, customer ?? new Guid(1, 0, 0, new byte[8]), noLines ? null! : lines ?? new string[0], 3);
            }
        }
        """;

    [Fact]
    public void Generate_of_partial_properties_reads_as_committed()
    {
        var result = GeneratedEvents.Run(Source);

        Snapshot.Verify(result.Files.Single(static file => file.Hint.StartsWith("OrderPlaced", StringComparison.Ordinal)).Text, "partial_properties");
    }

    [Theory]
    [InlineData("Shop.Make.It(id: \" \")", "orderId", false)]
    [InlineData("Shop.Make.It(id: null!)", "orderId", true)]
    [InlineData("Shop.Make.It(memo: null!)", "memo", true)]
    [InlineData("Shop.Make.It(customer: System.Guid.Empty)", "customer", false)]
    [InlineData("Shop.Make.It(noLines: true)", "lines", true)]
    [InlineData("Shop.Make.It() with { OrderId = \"\" }", "OrderId", false)]
    [InlineData("Shop.Make.It() with { Memo = null! }", "Memo", true)]
    [InlineData("new Shop.OrderPlaced(\"O\", \"m\", System.Guid.NewGuid(), new string[0], 1) { OrderId = null! }", "OrderId", true)]
    public void Missing_value_is_refused_on_every_way_in(string expression, string parameter, bool isNull)
    {
        var thrown = Assert.ThrowsAny<ArgumentException>(() => GeneratedEvents.Execute(Source, $"return {expression};"));

        Assert.Equal(isNull ? typeof(ArgumentNullException) : typeof(ArgumentException), thrown.GetType());
        Assert.Equal(parameter, thrown.ParamName);
        Assert.Contains("order.placed (OrderPlaced)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Setter_of_the_type_itself_is_guarded_too() => Assert.Equal(
        "Lines",
        Assert.Throws<ArgumentNullException>(() => GeneratedEvents.Execute(Source, "Shop.Make.It().Change(null!);")).ParamName);

    [Fact]
    public void Values_come_out_as_they_went_in_and_are_part_of_equality() => Assert.Equal("O-2  r t 3 True False", GeneratedEvents.Execute(Source, """
        var placed = Shop.Make.It() with { OrderId = "O-2", Memo = "", Reason = "r", Tag = "t" };
        var same = placed with { };
        return $"{placed.OrderId} {placed.Memo} {placed.Reason} {placed.Tag} {placed.Count} {placed == same} {placed == placed with { OrderId = "O-3" }}";
        """));

    [Fact]
    public void Json_goes_through_the_guard() => Assert.Equal(
        "OrderId",
        Assert.Throws<ArgumentException>(() => GeneratedEvents.Execute(
            """
            using DomainEvents;
            namespace Shop
            {
                /// <summary>An order was placed.</summary>
                [DomainEvent]
                public partial class OrderPlaced
                {
                    /// <summary>Own.</summary>
                    public OrderPlaced() { }
                    /// <summary>A.</summary>
                    public partial string OrderId { get; set; }
                }
            }
            """,
            """return System.Text.Json.JsonSerializer.Deserialize<Shop.OrderPlaced>("{\"OrderId\":\" \"}");""")).ParamName);

    [Fact]
    public void Derived_event_overrides_hides_and_passes_through() => Assert.Equal("derived derived 7 8", GeneratedEvents.Execute(
        """
        using DomainEvents;
        namespace Shop
        {
            /// <summary>Base.</summary>
            [DomainEvent]
            public abstract partial class OrderEvent
            {
                /// <summary>A.</summary>
                public virtual partial string Id { get; init; }
                /// <summary>B.</summary>
                public partial int Count { get; init; }
            }

            /// <summary>Derived.</summary>
            [DomainEvent]
            public sealed partial class OrderPlaced : OrderEvent
            {
                /// <inheritdoc/>
                public override partial string Id { get; init; }
                /// <summary>C.</summary>
                public new partial int Count { get; init; }
            }
        }
        """,
        """
        var placed = new Shop.OrderPlaced("derived", 7) { Count = 8 };
        return $"{placed.Id} {((Shop.OrderEvent)placed).Id} {((Shop.OrderEvent)placed).Count} {placed.Count}";
        """));

    [Fact]
    public void Constructor_of_ones_own_sets_the_properties_without_a_warning() => Assert.Equal("A-1", GeneratedEvents.Execute(
        """
        using DomainEvents;
        namespace Shop
        {
            /// <summary>An order was placed.</summary>
            [DomainEvent]
            public sealed partial class OrderPlaced
            {
                /// <summary>Own.</summary>
                public OrderPlaced(int number) => OrderId = "A-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
                /// <summary>A.</summary>
                public partial string OrderId { get; init; }
            }
        }
        """,
        "return new Shop.OrderPlaced(1).OrderId;"));

    [Fact]
    public void Property_that_the_user_implements_is_left_alone() => Assert.Equal("mine", GeneratedEvents.Execute(
        """
        using DomainEvents;
        namespace Shop
        {
            /// <summary>An order was placed.</summary>
            [DomainEvent]
            public sealed partial class OrderPlaced
            {
                /// <summary>A.</summary>
                public partial string OrderId { get; }
            }

            public sealed partial class OrderPlaced
            {
                public partial string OrderId => "mine";
            }
        }
        """,
        "return new Shop.OrderPlaced().OrderId;"));

    [Fact]
    public void Pointer_is_implemented() => Assert.Empty(Edge.Faults(Edge.Run(Edge.Project("""
        using DomainEvents;
        [DomainEvent] public sealed partial class BufferFilled { public unsafe partial int* Start { get; init; } public partial int Length { get; } }
        [DomainEvent] public sealed unsafe partial class BufferEmptied { public partial int* Start { get; } }
        """).WithUnsafe())));

    [Fact]
    public void Below_CSharp_13_nothing_of_a_partial_property_is_generated()
    {
        var result = Edge.Run(
            Edge.Project("using DomainEvents; [DomainEvent] public sealed partial class OrderPlaced { public partial string OrderId { get; } public int Count { get; } }")
                .WithLanguageVersion(LanguageVersion.CSharp12),
            GeneratorChecks.NoException);

        Assert.All(Edge.Faults(result), static fault => Assert.DoesNotContain(".g.cs", fault, StringComparison.Ordinal));
        Assert.DoesNotContain(result.Files, static file => file.Text.Contains("OrderId", StringComparison.Ordinal));
    }

    [Fact]
    public void Half_written_accessors_cost_no_other_event_its_part() => Assert.Contains(
        Edge.Run(
            Edge.Project("using DomainEvents; [DomainEvent] public partial class OrderPlaced { public partial string Id { get; in } } [DomainEvent] public partial class OrderPaid { public string Id { get; } }"),
            GeneratorChecks.NoException).Files,
        static file => file.Text.Contains("OrderPaid(", StringComparison.Ordinal));
}
