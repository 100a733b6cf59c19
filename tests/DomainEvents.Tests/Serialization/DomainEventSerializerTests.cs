using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Serialization;

public sealed class DomainEventSerializerTests
{
    private static readonly DomainEventSerializer s_serializer = For(new OrderPlacedSerializer());

    [Fact]
    public void Write_then_Read_gives_the_event_back()
    {
        var json = Write(new OrderPlaced(3));

        Assert.Equal("""{"number":3}""", json);
        Assert.Equal(3, Assert.IsType<OrderPlaced>(Read(json)).Number);
    }

    [Fact]
    public void Write_of_an_unmarked_subclass_writes_its_marked_base() => Assert.Equal("""{"number":0}""", Write(new UnmarkedOrderPlaced()));

    [Fact]
    public void Write_of_an_event_that_nothing_is_generated_for_says_so() => Assert.Contains(
        nameof(OrderShipped), Assert.Throws<NotSupportedException>(() => Write(new OrderShipped())).Message, StringComparison.Ordinal);

    [Fact]
    public void Write_after_a_failed_one_starts_afresh()
    {
        Assert.Throws<InvalidTimeZoneException>(() => Write(new OrderPlaced(), For(new FailingSerializer())));

        Assert.Equal("""{"number":1}""", Write(new OrderPlaced(1)));
    }

    [Theory]
    [InlineData("order.placed", 2)]
    [InlineData("Order.Placed", 1)]
    [InlineData("", 1)]
    public void Read_of_an_unknown_type_or_version_names_both(string eventType, int version)
    {
        Assert.False(s_serializer.CanRead(eventType, version));
        var thrown = Assert.Throws<UnknownEventTypeException>(() => s_serializer.Read(eventType, version, "{}"u8));
        Assert.Equal((eventType, version), (thrown.EventType, thrown.Version));
        Assert.Contains($"'{eventType}' in version {version}", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"number":"x"}""")]
    [InlineData("""{"number":3.5}""")]
    [InlineData("""{"number":99999999999}""")]
    [InlineData("""{"number":3""")]
    [InlineData("""{"number":3} {}""")]
    [InlineData("""{"number":3,"other":[}""")]
    public void Read_of_malformed_json_throws_JsonException(string json) => Assert.ThrowsAny<JsonException>(() => Read(json));

    [Fact]
    public void Read_ignores_what_the_event_does_not_have() =>
        Assert.Equal(3, Assert.IsType<OrderPlaced>(Read("""{"other":[1,{"number":9}],"number":3}""")).Number);

    [Fact]
    public void JsonSerializer_writes_and_reads_by_the_resolver()
    {
        var options = new JsonSerializerOptions { TypeInfoResolver = s_serializer.TypeInfoResolver };

        Assert.Equal("""{"number":4}""", JsonSerializer.Serialize(new OrderPlaced(4), options));
        Assert.Equal(4, JsonSerializer.Deserialize<OrderPlaced>("""{"number":4}""", options)!.Number);
        Assert.Same(s_serializer.TypeInfoResolver, ((JsonTypeInfo)options.GetTypeInfo(typeof(OrderPlaced))).OriginatingResolver);
        Assert.False(options.TryGetTypeInfo(typeof(UnmarkedOrderPlaced), out _));
    }

    [Fact]
    public void Two_events_of_one_identity_are_told_apart_by_assembly_in_every_process()
    {
        var second = new SerializerModule("B", new FailingSerializer());
        var first = new SerializerModule("A", new OrderPlacedSerializer());

        Assert.All(
            new[] { new HandlerTable([first, second], static () => []), new HandlerTable([second, first], static () => []) },
            table => Assert.Equal("""{"number":0}""", Write(new OrderPlaced(), new DomainEventSerializer(table))));
    }

    [Fact]
    public void Default_knows_modules_that_announce_themselves_later()
    {
        Assert.False(DomainEventSerializer.Default.CanRead("order.placed", 77));

        HandlerTable.Announce(new SerializerModule("Later", new OrderPlacedSerializer(77)));

        Assert.True(DomainEventSerializer.Default.CanRead("order.placed", 77));
    }

    [Fact]
    public void Arguments_that_are_null_are_refused()
    {
        Assert.Throws<ArgumentNullException>("output", () => s_serializer.Write(null!, new OrderPlaced()));
        Assert.Throws<ArgumentNullException>("domainEvent", () => s_serializer.Write(new ArrayBufferWriter<byte>(), null!));
        Assert.Throws<ArgumentNullException>("eventType", () => s_serializer.Read(null!, 1, "{}"u8));
        Assert.Throws<ArgumentNullException>("eventType", () => s_serializer.CanRead(null!, 1));
    }

    private static DomainEventSerializer For(params EventSerializer[] serializers) =>
        new(new HandlerTable([new SerializerModule("Shop", serializers)], static () => []));

    private static string Write(IDomainEvent domainEvent, DomainEventSerializer? serializer = null)
    {
        var output = new ArrayBufferWriter<byte>();
        (serializer ?? s_serializer).Write(output, domainEvent);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    private static IDomainEvent Read(string json) => s_serializer.Read("order.placed", 1, Encoding.UTF8.GetBytes(json));

    /// <summary>Fails in the middle of an object.</summary>
    private sealed class FailingSerializer() : EventSerializer<OrderPlaced>("order.placed", 1)
    {
        protected override void Write(Utf8JsonWriter writer, OrderPlaced domainEvent, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteStartArray("half");
            throw new InvalidTimeZoneException();
        }

        protected override OrderPlaced Read(ref Utf8JsonReader reader, JsonSerializerOptions options) => throw new InvalidTimeZoneException();
    }
}
