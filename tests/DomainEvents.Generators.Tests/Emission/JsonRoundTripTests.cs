using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using static DomainEvents.Generators.Tests.Emission.HandMade;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>System.Text.Json without source generation finds the generated constructor and restores the identity.</summary>
public sealed class JsonRoundTripTests
{
    private const string Ticked = """
        namespace Shop
        {
            /// <summary>A class.</summary>
            public partial class Ticked
            {
                /// <summary>The id.</summary>
                public required string Id { get; init; }
                /// <summary>The count.</summary>
                public int Count { get; private set; }
                /// <summary>Why.</summary>
                public string? Reason { get; }
            }
        }
        """;

    private const string Fired = """
        namespace Shop
        {
            /// <summary>A record.</summary>
            public sealed partial record Fired(int Price, string Symbol, string? Note);
        }
        """;

    private static readonly EventModel s_ticked = Class("Ticked", "clock.ticked") with
    {
        Constructor = Constructor(Parameter("string", "Id", GuardKind.Required), Parameter("int", "Count"), Parameter("string?", "Reason")) with
        {
            SetsRequiredMembers = true,
        },
    };

    private static readonly EventModel s_fired = Record("Fired", "trigger.fired") with
    {
        IsSealed = true,
        PositionalProperties = new EquatableArray<PositionalPropertyModel>(
            [Positional("int", "Price"), Positional("string", "Symbol", GuardKind.Required), Positional("string?", "Note")]),
    };

    [Fact]
    public void Deserialize_of_a_class_restores_data_and_identity() => Assert.Equal(true, Run(Ticked, s_ticked, """
        var before = new Shop.Ticked("I-1", 3, "why");
        var after = System.Text.Json.JsonSerializer.Deserialize<Shop.Ticked>(System.Text.Json.JsonSerializer.Serialize(before))!;
        return (after.Id, after.Count, after.Reason, after.EventId, after.OccurredAt, after.EventType)
            == (before.Id, before.Count, before.Reason, before.EventId, before.OccurredAt, "clock.ticked");
        """));

    [Fact]
    public void Deserialize_of_a_positional_record_restores_data_and_identity() => Assert.Equal(true, Run(Fired, s_fired, """
        var before = new Shop.Fired(3, "X", null);
        var after = System.Text.Json.JsonSerializer.Deserialize<Shop.Fired>(System.Text.Json.JsonSerializer.Serialize(before))!;
        return (after, after.EventId, after.OccurredAt) == (before, before.EventId, before.OccurredAt);
        """));

    [Fact]
    public void Deserialize_of_a_class_without_a_required_value_names_parameter_and_event()
    {
        var thrown = Assert.Throws<ArgumentNullException>(() =>
            Run(Ticked, s_ticked, """return System.Text.Json.JsonSerializer.Deserialize<Shop.Ticked>("{\"Count\":3}");"""));

        Assert.Equal("id", thrown.ParamName);
        Assert.Contains("clock.ticked (Ticked)", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Deserialize_of_a_record_with_a_blank_value_is_refused() => Assert.Equal(
        "Symbol",
        Assert.Throws<ArgumentException>(() =>
            Run(Fired, s_fired, """return System.Text.Json.JsonSerializer.Deserialize<Shop.Fired>("{\"Price\":3,\"Symbol\":\" \"}");""")).ParamName);

    [Fact]
    public void Serialize_and_ToString_of_a_positional_record_keep_the_declared_order()
    {
        Assert.StartsWith(
            """{"Price":3,"Symbol":"X","Note":null,""",
            (string)Run(Fired, s_fired, """return System.Text.Json.JsonSerializer.Serialize(new Shop.Fired(3, "X", null));""")!,
            StringComparison.Ordinal);
        Assert.StartsWith(
            "Fired { Price = 3, Symbol = X, Note = , EventId = ",
            (string)Run(Fired, s_fired, """return new Shop.Fired(3, "X", null).ToString();""")!,
            StringComparison.Ordinal);
    }

    private static object? Run(string source, EventModel model, string body) =>
        GeneratorExecution.Call(HandMade.Run(source + Script(body), model), "Script", "Run");
}
