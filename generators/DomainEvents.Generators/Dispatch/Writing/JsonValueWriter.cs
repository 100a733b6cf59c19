using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Dispatch.Writing;

/// <summary>Writes how one value becomes JSON and comes back. Converters become fields of the class around.</summary>
internal sealed class JsonValueWriter
{
    private const string Json = "global::DomainEvents.CompilerServices.EventJson.";
    private const string Parameters = "(ref global::System.Text.Json.Utf8JsonReader reader, global::System.Text.Json.JsonSerializerOptions options)";

    private readonly List<string> _fields = [];

    /// <summary>The fields that what was written needs.</summary>
    public IReadOnlyList<string> Fields => _fields;

    /// <summary>The statement that writes a property, or <see langword="null"/> where its name must be written first.</summary>
    public static string? Property(JsonValueModel value, string name, string expression) => value.Kind switch
    {
        JsonValueKind.String or JsonValueKind.Text => $"writer.WriteString({name}, {expression});",
        JsonValueKind.Boolean => $"writer.WriteBoolean({name}, {expression});",
        JsonValueKind.Number => $"writer.WriteNumber({name}, {expression});",
        JsonValueKind.Enum => $"writer.WriteNumber({name}, {Number(value, expression)});",
        _ => null,
    };

    /// <summary>The statement that writes a value.</summary>
    public string Write(JsonValueModel value, string expression, int depth = 0)
    {
        switch (value.Kind)
        {
            case JsonValueKind.String or JsonValueKind.Text:
                return $"writer.WriteStringValue({expression});";
            case JsonValueKind.Boolean:
                return $"writer.WriteBooleanValue({expression});";
            case JsonValueKind.Number:
                return $"writer.WriteNumberValue({expression});";
            case JsonValueKind.Enum:
                return $"writer.WriteNumberValue({Number(value, expression)});";
            case JsonValueKind.Bytes:
                return $"if ({expression} is {{ }} bytes{CSharpLiteral.Int32(depth)}) {{ writer.WriteBase64StringValue(bytes{CSharpLiteral.Int32(depth)}); }} else {{ writer.WriteNullValue(); }}";
            case JsonValueKind.Nullable:
                var item = "value" + CSharpLiteral.Int32(depth);
                return $"if ({expression} is {{ }} {item}) {{ {Write(value.Element!, item, depth + 1)} }} else {{ writer.WriteNullValue(); }}";
            case JsonValueKind.KnownConverter:
                return $"{Json}WriteBy({value.Detail}, writer, {expression}!, options);";
            case JsonValueKind.Converter:
                return $"{Json}WriteBy({Field(value)}, writer, {expression}!, options);";
            case JsonValueKind.ConverterFactory:
                return $"{Json}WriteBy({Json}Converter<{value.Type}>({Field(value)}, options), writer, {expression}!, options);";
            case JsonValueKind.Items or JsonValueKind.Map:
                var element = value.Element!;
                var method = value.Kind == JsonValueKind.Items ? "WriteItems" : "WriteMap";
                return $"{Json}{method}<{value.ElementType}>(writer, {Enumerable(value, expression)}, options, static (writer, item, options) => {{ {Write(element, "item", depth + 1)} }});";
            default:
                return $"{Json}WriteByOptions<{value.Type}>(writer, {expression}!, options);";
        }
    }

    /// <summary>The expression that reads a value.</summary>
    public string Read(JsonValueModel value)
    {
        switch (value.Kind)
        {
            case JsonValueKind.String:
                return "reader.GetString()!";
            case JsonValueKind.Boolean:
                return "reader.GetBoolean()";
            case JsonValueKind.Number or JsonValueKind.Text:
                return $"reader.Get{value.Detail}()";
            case JsonValueKind.Enum:
                return $"({value.Type})reader.Get{value.Detail}()";
            case JsonValueKind.Bytes:
                return "reader.TokenType == global::System.Text.Json.JsonTokenType.Null ? null! : reader.GetBytesFromBase64()";
            case JsonValueKind.Nullable:
                return $"reader.TokenType == global::System.Text.Json.JsonTokenType.Null ? default({value.Type}) : {Read(value.Element!)}";
            case JsonValueKind.KnownConverter:
                return $"{Json}ReadBy({value.Detail}, ref reader, options)!";
            case JsonValueKind.Converter:
                return $"{Json}ReadBy({Field(value)}, ref reader, options)!";
            case JsonValueKind.ConverterFactory:
                return $"{Json}ReadBy({Json}Converter<{value.Type}>({Field(value)}, options), ref reader, options)!";
            case JsonValueKind.Items or JsonValueKind.Map:
                var element = value.Element!;
                var method = value.Kind == JsonValueKind.Items ? "ReadItems" : "ReadMap";
                return $"{Json}{method}<{value.ElementType}>(ref reader, options, static {Parameters} => {Read(element)}){value.Detail}";
            default:
                return $"{Json}ReadByOptions<{value.Type}>(ref reader, options)";
        }
    }

    private static string Number(JsonValueModel value, string expression) => value.Detail switch
    {
        "UInt64" => $"(ulong){expression}",
        "Int64" => $"(long){expression}",
        "UInt32" => $"(uint){expression}",
        _ => $"(int){expression}",
    };

    /// <summary>An array that was never initialised must not be enumerated.</summary>
    private static string Enumerable(JsonValueModel value, string expression) =>
        value.Detail.EndsWith(": default", StringComparison.Ordinal)
            ? $"global::System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsArray({expression})"
            : expression;

    private string Field(JsonValueModel value)
    {
        var type = value.Kind == JsonValueKind.Converter
            ? $"global::System.Text.Json.Serialization.JsonConverter<{value.Type}>"
            : "global::System.Text.Json.Serialization.JsonConverter";
        var number = _fields.FindIndex(field => field.Contains($" {type} s_converter") && field.EndsWith($" = new {value.Detail}();", StringComparison.Ordinal));
        if (number < 0)
        {
            number = _fields.Count;
            _fields.Add($"private static readonly {type} s_converter{CSharpLiteral.Int32(number)} = new {value.Detail}();");
        }

        return "s_converter" + CSharpLiteral.Int32(number);
    }
}
