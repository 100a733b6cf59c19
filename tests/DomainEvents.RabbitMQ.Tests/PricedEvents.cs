using System.Text.Json;
using System.Text.Json.Serialization;
using DomainEvents;

namespace Shop;

/// <summary>A strong id, with a converter of the application's own.</summary>
[JsonConverter(typeof(OrderNumberConverter))]
internal readonly record struct OrderNumber(string Text);

/// <summary>A value object, which the application's own context describes.</summary>
internal sealed record Money(decimal Amount, string Currency);

[DomainEvent("order.priced", Durable = true)]
internal sealed partial record OrderPriced(OrderNumber Order, Money Price, OrderNumber? Replaces);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Money))]
internal sealed partial class ShopJsonContext : JsonSerializerContext;

internal sealed class OrderNumberConverter : JsonConverter<OrderNumber>
{
    public override OrderNumber Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

    public override void Write(Utf8JsonWriter writer, OrderNumber value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
}
