namespace DomainEvents.Generators.Tests.Emission;

/// <summary>What generated constructors refuse, and how they say it.</summary>
public sealed class GuardExecutionTests
{
    private const string Source = """
        using System;
        using System.Collections.Generic;
        using System.Collections.Immutable;
        using System.Diagnostics.CodeAnalysis;
        using DomainEvents;

        namespace Shop
        {
            /// <summary>An address.</summary>
            public sealed class Address;

            /// <summary>An order was placed.</summary>
            [DomainEvent]
            public partial class OrderPlaced
            {
                /// <summary>A.</summary>
                public string OrderId { get; }
                /// <summary>B.</summary>
                [AllowBlank] public string Memo { get; }
                /// <summary>C.</summary>
                [NotDefault] public Guid Customer { get; }
                /// <summary>D.</summary>
                public Address Address { get; }
                /// <summary>E.</summary>
                public IReadOnlyList<int> Lines { get; }
                /// <summary>F.</summary>
                public ImmutableArray<int> Codes { get; }
                /// <summary>G.</summary>
                public int Count { get; }
                /// <summary>H.</summary>
                [AllowNull] public string Legacy { get; }
                /// <summary>I.</summary>
                public string @event { get; }
                /// <summary>J.</summary>
                public string? Reason { get; }
            }

            internal static class Make
            {
                internal static OrderPlaced It(string? id = "O-1", string? memo = "m", bool customer = true, bool address = true, bool lines = true, bool codes = true, string? @event = "e") =>
                    new(id!, memo!, customer ? Guid.NewGuid() : default, address ? new Address() : null!, lines ? new int[0] : null!, codes ? ImmutableArray<int>.Empty : default, 0, null!, @event!);
            }
        }
        """;

    [Theory]
    [InlineData("id: null", "orderId", true)]
    [InlineData("id: \"\"", "orderId", false)]
    [InlineData("id: \" \\t\"", "orderId", false)]
    [InlineData("memo: null", "memo", true)]
    [InlineData("customer: false", "customer", false)]
    [InlineData("address: false", "address", true)]
    [InlineData("lines: false", "lines", true)]
    [InlineData("codes: false", "codes", true)]
    [InlineData("@event: null", "event", true)]
    public void Constructor_given_a_missing_value_throws_and_names_parameter_and_event(string argument, string parameter, bool isNull)
    {
        var thrown = Assert.ThrowsAny<ArgumentException>(() => GeneratedEvents.Execute(Source, $"return Shop.Make.It({argument});"));

        Assert.Equal(isNull ? typeof(ArgumentNullException) : typeof(ArgumentException), thrown.GetType());
        Assert.Equal(parameter, thrown.ParamName);
        Assert.Contains("order.placed (OrderPlaced)", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("memo: \"\"")]
    [InlineData("")]
    public void Constructor_given_what_is_allowed_creates_the_event(string argument) =>
        Assert.Equal("order.placed", GeneratedEvents.Execute(Source, $"return Shop.Make.It({argument}).EventType;"));

    [Fact]
    public void Constructor_of_a_derived_event_passes_the_guards_of_its_base() => Assert.Equal(
        "orderId",
        Assert.Throws<ArgumentException>(() => GeneratedEvents.Execute(
            GeneratedEvents.Shapes["derived"], """return new Shop.Shapes.OrderReplaced(" ", 1, "c");""")).ParamName);

    [Fact]
    public void With_of_a_positional_record_passes_the_guard() => Assert.Equal(
        "Symbol",
        Assert.Throws<ArgumentNullException>(() => GeneratedEvents.Execute(
            GeneratedEvents.Shapes["positional_record"],
            """return new Shop.Triggers.TriggerFired(System.Guid.NewGuid(), "X", 1m, null) with { Symbol = null! };""")).ParamName);
}
