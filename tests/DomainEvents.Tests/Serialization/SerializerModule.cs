using System.Text.Json;
using DomainEvents.CompilerServices;
using DomainEvents.Tests.Modules;

namespace DomainEvents.Tests.Serialization;

/// <summary>A module with one event, in the shape the generator gives it.</summary>
internal sealed class SerializerModule(string name, params EventSerializer[] serializers) : HandlerModule
{
    public override string AssemblyName => name;

    public override Type[] DescribeEvents() => [.. serializers.Select(static serializer => serializer.EventClass)];

    public override HandlerDescriptor[] DescribeHandlers() => [];

    public override EventSerializer[] DescribeSerializers() => serializers;
}

/// <summary>Writes and reads the number of an order.</summary>
internal sealed class OrderPlacedSerializer(int version = 1) : EventSerializer<OrderPlaced>("order.placed", version)
{
    protected override void Write(Utf8JsonWriter writer, OrderPlaced domainEvent, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteNumber("number", domainEvent.Number);
        writer.WriteEndObject();
    }

    protected override OrderPlaced Read(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        EventJson.Expect(ref reader, JsonTokenType.StartObject, "order.placed");
        int? number = null;
        while (true)
        {
            EventJson.Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return number is { } given ? new OrderPlaced(given) : throw EventJson.Missing("number", "order.placed");
            }

            var isNumber = reader.ValueTextEquals("number");
            EventJson.Advance(ref reader);
            if (isNumber)
            {
                number = reader.GetInt32();
            }
            else
            {
                EventJson.Skip(ref reader);
            }
        }
    }
}
