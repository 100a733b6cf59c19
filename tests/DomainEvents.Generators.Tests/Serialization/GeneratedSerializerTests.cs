using System.Text.Json;

namespace DomainEvents.Generators.Tests.Serialization;

public sealed class GeneratedSerializerTests
{
    private const string Usings = "using System; using System.Collections.Generic; using System.Collections.Immutable; using System.Text.Json; using System.Text.Json.Serialization; using DomainEvents; namespace Shop;\n";

    [Fact]
    public void Class_is_written_in_camel_case_and_comes_back() => Assert.Equal(
        """{"strategyId":"S-1","budget":10.5,"memo":"","reason":null} True S-1 10.5""",
        Run(
            """[DomainEvent] public partial class StrategyCreated { public string StrategyId { get; } public decimal Budget { get; } [AllowBlank] public string Memo { get; } public string? Reason { get; } }""",
            """
            var before = new StrategyCreated("S-1", 10.5m, "");
            var after = Json.Back(before);
            return FormattableString.Invariant($"{Json.Data(before)} {Json.IsSame(before, after)} {after.StrategyId} {after.Budget}");
            """));

    [Fact]
    public void Positional_record_comes_back_equal_with_its_identity() => Assert.Equal(
        """True True {"triggerId":"00000000-0000-0000-0000-000000000001","symbol":"ABC","price":3,"tags":["a",null]}""",
        Run(
            """[DomainEvent("trigger.fired", Version = 2)] public sealed partial record TriggerFired(Guid TriggerId, string Symbol, decimal Price, IReadOnlyList<string?> Tags);""",
            """
            var before = new TriggerFired(new Guid("00000000-0000-0000-0000-000000000001"), "ABC", 3m, new[] { "a", null });
            var after = Json.Back(before);
            return $"{Json.IsSame(before, after)} {after with { Tags = before.Tags } == before} {Json.Data(after)}";
            """));

    [Theory]
    [InlineData("DEBUG", "class")]
    [InlineData("RELEASE", "class")]
    [InlineData("DEBUG", "record")]
    public void Pooled_event_comes_back_with_its_identity_in_every_build(string symbol, string kind) => Assert.Equal(
        """True {"symbol":"ABC","price":3}""",
        Json.Run(
            Usings + $$"""[DomainEvent(Pooled = true)] public sealed partial {{kind}} TickSeen { public partial string Symbol { get; } public partial decimal Price { get; } }""",
            """
            var before = TickSeen.Rent("ABC", 3m);
            var after = Json.Back(before);
            return $"{Json.IsSame(before, after)} {Json.Data(after)}";
            """,
            symbols: symbol));

    [Theory]
    [InlineData("""{"strategyId":" ","memo":"m"}""", typeof(ArgumentException), "strategyId")]
    [InlineData("""{"strategyId":null,"memo":"m"}""", typeof(ArgumentNullException), "strategyId")]
    [InlineData("""{"memo":"m"}""", typeof(JsonException), "'strategyId'")]
    [InlineData("""{"strategyId":"S","memo":null}""", typeof(ArgumentNullException), "memo")]
    [InlineData("""{"strategyId":3,"memo":"m"}""", typeof(JsonException), "strategy.created")]
    [InlineData("""[]""", typeof(JsonException), "strategy.created")]
    public void Guards_run_when_an_event_is_read(string json, Type exception, string message) => Assert.Contains(
        message,
        Assert.Throws(exception, () => Run(
            """[DomainEvent] public partial class StrategyCreated { public string StrategyId { get; } [AllowBlank] public string Memo { get; } public string? Reason { get; } }""",
            $"return Json.Read(\"strategy.created\", \"{json.Replace("\"", "\\\"", StringComparison.Ordinal)}\");")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void Every_known_type_of_a_property_comes_back() => Assert.Equal(true, Run(
        """
        public enum Side { Buy, Sell }
        [Flags] public enum Bits : ulong { High = 1UL << 63 }
        [DomainEvent] public sealed partial record ThingHappened(
            bool Flag, byte B, sbyte Sb, short S, ushort Us, int I, uint Ui, long L, ulong Ul, float F, double D, decimal M, char C,
            Guid Id, DateTime At, DateTimeOffset When, TimeSpan Span, DateOnly Day, TimeOnly Time, Uri Link, Version Release, Side Side, Bits Bits,
            byte[] Raw, int[] Numbers, List<string> Names, IEnumerable<Side> Sides, HashSet<int> Set, ImmutableArray<Guid> Ids, ImmutableList<int?> Maybe,
            Dictionary<string, int> Map, IReadOnlyDictionary<string, IReadOnlyList<double>> Deep, int[][] Jagged, JsonElement Element,
            int? OptionalNumber, Side? OptionalSide, string? OptionalText, List<int>? OptionalList, ImmutableArray<int>? OptionalArray);
        """,
        """
        var id = Guid.NewGuid();
        var before = new ThingHappened(true, 1, -2, -3, 4, -5, 6, -7, ulong.MaxValue, 1.5f, 2.25, 3.10m, 'x', id, new DateTime(2020, 1, 2, 3, 4, 5, DateTimeKind.Utc),
            new DateTimeOffset(2020, 1, 2, 3, 4, 5, TimeSpan.FromHours(9)), TimeSpan.FromMinutes(3), new DateOnly(2020, 1, 2), new TimeOnly(3, 4), new Uri("https://example.com/a"),
            new Version(1, 2), Side.Sell, Bits.High, new byte[] { 1, 2 }, new[] { 1, 2 }, new() { "a", "b" }, new[] { Side.Buy }, new() { 3 }, System.Collections.Immutable.ImmutableArray.Create(id),
            System.Collections.Immutable.ImmutableList.Create<int?>(1, null), new() { ["k"] = 1 }, new System.Collections.Generic.Dictionary<string, System.Collections.Generic.IReadOnlyList<double>> { ["d"] = new[] { 1.5 } },
            new[] { new[] { 1 }, Array.Empty<int>() }, JsonDocument.Parse("{\"a\":1}").RootElement, 3, Side.Buy, "t", new() { 1 }, System.Collections.Immutable.ImmutableArray.Create(1));
        var empty = before with { OptionalNumber = null, OptionalSide = null, OptionalText = null, OptionalList = null, OptionalArray = null };
        var after = Json.Back(before);
        return Json.IsSame(before, after) && Json.IsSame(empty, Json.Back(empty)) && after.Ids[0] == id && after.Maybe[1] is null && after.Raw[1] == 2 && after.When.Offset.Hours == 9;
        """));

    [Fact]
    public void What_System_Text_Json_would_write_is_written() => Assert.Equal(true, Run(
        """
        public enum Side { Buy, Sell }
        [DomainEvent] public sealed partial record ThingHappened(bool Flag, decimal Price, string Text, Guid Id, TimeSpan Span, Side Side, int[] Numbers, Dictionary<string, int> Map, int? None, string URLValue, string KEY);
        """,
        """
        var before = new ThingHappened(true, 3.10m, "ü<\"", Guid.Empty, TimeSpan.FromDays(1), Side.Sell, new[] { 1 }, new() { ["Ä"] = 2 }, null, "u", "i");
        using var ours = JsonDocument.Parse(Json.Write(before));
        using var theirs = JsonDocument.Parse(JsonSerializer.Serialize(before, new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase }));
        foreach (var property in ours.RootElement.EnumerateObject())
        {
            if (theirs.RootElement.GetProperty(property.Name).GetRawText() != property.Value.GetRawText()) { return property.ToString(); }
        }
        return true;
        """));

    [Fact]
    public void Attributes_of_the_user_are_honoured() => Assert.Equal(
        """{"id-\u00FC":"S","side":"Sell","price":"3","maybe":"4","last":1} True""",
        Run(
            """
            [JsonConverter(typeof(JsonStringEnumConverter<Side>))] public enum Side { Buy, Sell }
            internal sealed class Quoted : JsonConverter<int>
            {
                public override int Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => int.Parse(reader.GetString()!);
                public override void Write(Utf8JsonWriter writer, int value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
            }
            [DomainEvent] public partial class ThingHappened
            {
                [JsonPropertyName("id-ü")] public string Id { get; }
                [JsonPropertyOrder(1)] public int Last { get; }
                public Side Side { get; }
                [JsonConverter(typeof(Quoted))] public int Price { get; }
                [JsonConverter(typeof(Quoted))] public int? Maybe { get; }
                [JsonIgnore] public string? Secret { get; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] public string? Note { get; }
                [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] public int Count { get; init; } = 0;
            }
            """,
            """
            var before = new ThingHappened("S", 1, Side.Sell, 3, 4, "secret");
            var after = Json.Back(before);
            return $"{Json.Data(before)} {Json.IsSame(before, after) && after.Secret is null && after.Id == "S" && after.Maybe == 4}";
            """));

    [Fact]
    public void Initial_values_stay_where_the_json_has_none() => Assert.Equal(
        "first 7 later True",
        Run(
            """
            [DomainEvent] public partial class ThingHappened
            {
                public string Id { get; }
                public string Note { get; init; } = "first";
                public int Count { get; set; } = 7;
            }
            """,
            """
            var after = (ThingHappened)Json.Read("thing.happened", "{\"id\":\"x\"}");
            var given = (ThingHappened)Json.Read("thing.happened", "{\"id\":\"x\",\"note\":\"later\",\"count\":1}");
            return $"{after.Note} {after.Count} {given.Note} {given.Count == 1 && after.EventId != given.EventId && after.EventId != Guid.Empty}";
            """));

    [Fact]
    public void Private_nested_internal_and_derived_events_have_serializers() => Assert.Equal("True True True True", Run(
        """
        [DomainEvent] internal partial class SecretTold { public string What { get; } }
        [DomainEvent("order.event")] public abstract partial class OrderEvent { public int OrderId { get; } }
        [DomainEvent] public partial class OrderPlaced : OrderEvent { public string Customer { get; } }
        public partial class Vault
        {
            public static IDomainEvent Open() => new VaultOpened(3);
            private partial struct Inner
            {
                [DomainEvent(ConstructorAccessibility = ConstructorAccessibility.Private)] internal sealed partial record DoorClosed { public int Door { get; } public static DoorClosed Make() => new(4); }
            }
            public static IDomainEvent Close() => Inner.DoorClosed.Make();
            [DomainEvent] private sealed partial record VaultOpened(int Door);
        }
        """,
        """
        bool Comes(IDomainEvent domainEvent) => Json.IsSame(domainEvent, Json.Back(domainEvent));
        return $"{Comes(new SecretTold("x"))} {Comes(new OrderPlaced(3, "c"))} {Comes(Vault.Open())} {Comes(Vault.Close())}";
        """));

    [Fact]
    public void Own_constructor_marked_for_json_is_called() => Assert.Equal("json True", Run(
        """
        [DomainEvent] public partial class ThingHappened
        {
            [JsonConstructor] internal ThingHappened(string id) : this(id, 3) => By = "json";
            public string Id { get; }
            public int Count { get; private set; }
            public string By { get; set; } = "user";
        }
        """,
        """
        var after = (ThingHappened)Json.Read("thing.happened", "{\"id\":\"x\"}");
        return $"{after.By} {after.Count == 3}";
        """));

    [Fact]
    public void Data_transfer_object_comes_back_through_its_setters() => Assert.Equal(true, Run(
        """[DomainEvent] public partial class ThingHappened { public string? Id { get; set; } public required int Count { get; set; } public List<int> Items { get; set; } = new(); }""",
        """
        var before = new ThingHappened { Id = "x", Count = 3, Items = { 1 } };
        return Json.IsSame(before, Json.Back(before));
        """));

    [Fact]
    public void Partial_property_is_guarded_on_its_way_in() => Assert.Equal("id", Assert.Throws<ArgumentException>(() => Run(
        """[DomainEvent] public partial class ThingHappened { public partial string Id { get; init; } }""",
        """return Json.Read("thing.happened", "{\"id\":\"\"}");""")).ParamName);

    [Fact]
    public void Type_that_nothing_is_known_of_is_asked_of_the_options() => Assert.Equal("True Shop.Money", Run(
        """
        public sealed class Money { public decimal Amount { get; set; } }
        [DomainEvent] public partial class ThingPaid { public Money Price { get; } }
        """,
        """
        var options = new JsonSerializerOptions { TypeInfoResolver = new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver() };
        var before = new ThingPaid(new Money { Amount = 3 });
        var missing = "";
        try { Json.Write(before); } catch (NotSupportedException exception) { missing = exception.Message; }
        return $"{Json.Back(before, options).Price.Amount == 3} {(missing.Contains("Shop.Money") ? "Shop.Money" : missing)}";
        """));

    [Theory]
    [InlineData("[DomainEvent] public partial class ThingHappened { [JsonConverter(typeof(Hidden))] public int Id { get; } private abstract class Hidden : JsonConverter<int> { } }")]
    [InlineData("[DomainEvent] public partial class ThingHappened { public int Id { get; } public int id { get; } }")]
    [InlineData("[DomainEvent] public partial class ThingHappened<T> { public T Id { get; } }")]
    [InlineData("[DomainEvent] public partial class ThingHappened { [JsonExtensionData] public Dictionary<string, JsonElement>? Rest { get; set; } }")]
    [InlineData("[DomainEvent] public unsafe partial class ThingHappened { public int* Id { get; } }")]
    public void Event_that_would_lose_something_has_no_serializer_and_compiles(string declaration)
    {
        var project = EdgeCases.Edge.Project(Usings + declaration);
        var result = EdgeCases.Edge.Run(project.WithUnsafe(), RoslynTesting.GeneratorChecks.None);

        Assert.DoesNotContain(result.Files, static file => file.Hint.Contains("DomainEvents.Json", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete(\"gone\", true)] public string Old { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } [Obsolete(\"gone\", true)] public required string Old { get; init; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string Id, [property: Obsolete(\"gone\", true)] string Old);")]
    public void Property_whose_use_is_an_error_is_written_and_read(string declaration) => Assert.Equal(
        """{"id":"a","old":"b"} True""",
        Json.Run(
            Usings + declaration,
            """var before = new OrderPlaced("a", "b"); return Json.Data(before) + " " + Json.IsSame(before, Json.Back(before));""",
            RoslynTesting.GeneratorChecks.BrokenInput));

    [Fact]
    public void Durable_events_are_told_to_stores() => Assert.Equal("True False True False", Run(
        """
        [DomainEvent(Durable = true)] public partial class OrderPlaced { }
        public class BigOrderPlaced : OrderPlaced { }
        [DomainEvent] public partial class OrderSeen : OrderPlaced { }
        [DomainEvent] public partial class OrderLost { }
        """,
        """
        var serializer = Json.Serializer();
        return $"{serializer.IsDurable(typeof(OrderPlaced))} {serializer.IsDurable(typeof(OrderSeen))} {serializer.IsDurable(typeof(BigOrderPlaced))} {serializer.IsDurable(typeof(OrderLost))}";
        """));

    private static object? Run(string events, string statements) => Json.Run(Usings + events, statements);
}
