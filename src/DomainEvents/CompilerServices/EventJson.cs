using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DomainEvents.CompilerServices;

/// <summary>What generated serializers share. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class EventJson
{
    /// <summary>Makes sure that a value starts as it must.</summary>
    /// <param name="reader">Stands on the value's first token.</param>
    /// <param name="expected">The token that must be there.</param>
    /// <param name="what">What is read, for the message.</param>
    /// <exception cref="JsonException">Something else stands there.</exception>
    public static void Expect(ref Utf8JsonReader reader, JsonTokenType expected, string what)
    {
        if (reader.TokenType != expected)
        {
            throw new JsonException($"{what} must start with {expected}, but {reader.TokenType} stands at byte {reader.TokenStartIndex}.");
        }
    }

    /// <summary>Moves on within a value that has not ended.</summary>
    /// <exception cref="JsonException">The text ends.</exception>
    public static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            throw new JsonException("The JSON ends in the middle of a value.");
        }
    }

    /// <summary>Steps over the value of a property that the event does not know.</summary>
    public static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
        {
            throw new JsonException("The JSON ends in the middle of a value.");
        }
    }

    /// <summary>Says that a property which has no default is not there.</summary>
    /// <param name="property">The property's name in the JSON.</param>
    /// <param name="what">What is read.</param>
    public static JsonException Missing(string property, string what) =>
        new($"The property '{property}' of {what} is missing. It is required: give it a value, or declare it nullable.");

    /// <summary>Writes a value of a type that the generator knows nothing about, by the options' own resolver.</summary>
    /// <exception cref="NotSupportedException">The options know nothing about it either.</exception>
    public static void WriteByOptions<T>(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        JsonSerializer.Serialize(writer, value, TypeInfo<T>(options));

    /// <summary>Reads a value of a type that the generator knows nothing about.</summary>
    /// <exception cref="NotSupportedException">The options know nothing about it either.</exception>
    public static T ReadByOptions<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) =>
        JsonSerializer.Deserialize(ref reader, TypeInfo<T>(options))!;

    /// <summary>The converter that an attribute names: a factory is asked for the type's own.</summary>
    public static JsonConverter<T> Converter<T>(JsonConverter converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var created = converter is JsonConverterFactory factory ? factory.CreateConverter(typeof(T), options) : converter;
        return created as JsonConverter<T>
            ?? throw new NotSupportedException($"The converter {converter.GetType()} does not convert {typeof(T)}.");
    }

    /// <summary>Reads by a converter, which sees null only where it asks for it.</summary>
    public static T ReadBy<T>(JsonConverter<T> converter, ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return reader.TokenType == JsonTokenType.Null && default(T) is null && !converter.HandleNull
            ? default!
            : converter.Read(ref reader, typeof(T), options)!;
    }

    /// <summary>Writes by a converter, which sees null only where it asks for it.</summary>
    public static void WriteBy<T>(JsonConverter<T> converter, Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        ArgumentNullException.ThrowIfNull(writer);
        if (value is null && !converter.HandleNull)
        {
            writer.WriteNullValue();
            return;
        }

        converter.Write(writer, value, options);
    }

    private static JsonTypeInfo<T> TypeInfo<T>(JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.TryGetTypeInfo(typeof(T), out var info)
            ? (JsonTypeInfo<T>)info
            : throw new NotSupportedException(
                $"Nothing is generated to write and read {typeof(T)} as JSON. Put a [JsonConverter] on the property or the type, "
                + $"or create the {nameof(DomainEventSerializer)} with options whose resolver knows the type.");
    }
}
