using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DomainEvents.CompilerServices;

/// <summary>What generated serializers share. For generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class EventJson
{
    private static readonly ConditionalWeakTable<JsonSerializerOptions, ConcurrentDictionary<(JsonConverterFactory Factory, Type Type), JsonConverter?>> s_created = [];

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

    /// <summary>The converter that an attribute names: a factory is asked for the type's own, once for the options.</summary>
    public static JsonConverter<T> Converter<T>(JsonConverter converter, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(converter);
        var found = converter is JsonConverterFactory factory
            ? s_created.GetOrCreateValue(options).GetOrAdd((factory, typeof(T)), static (key, options) => key.Factory.CreateConverter(key.Type, options), options)
            : converter;
        return found as JsonConverter<T>
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

    /// <summary>Reads an array; <see langword="null"/> stays null.</summary>
    public static List<T>? ReadItems<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, EventJsonReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref reader, JsonTokenType.StartArray, "An array");
        var items = new List<T>();
        while (true)
        {
            Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndArray)
            {
                return items;
            }

            items.Add(read(ref reader, options));
        }
    }

    /// <summary>Reads an object as a dictionary; <see langword="null"/> stays null. Of two equal names the last counts.</summary>
    public static Dictionary<string, T>? ReadMap<T>(ref Utf8JsonReader reader, JsonSerializerOptions options, EventJsonReader<T> read)
    {
        ArgumentNullException.ThrowIfNull(read);
        if (reader.TokenType == JsonTokenType.Null)
        {
            return null;
        }

        Expect(ref reader, JsonTokenType.StartObject, "A dictionary");
        var map = new Dictionary<string, T>(StringComparer.Ordinal);
        while (true)
        {
            Advance(ref reader);
            if (reader.TokenType == JsonTokenType.EndObject)
            {
                return map;
            }

            var key = reader.GetString()!;
            Advance(ref reader);
            map[key] = read(ref reader, options);
        }
    }

    /// <summary>Writes an array.</summary>
    public static void WriteItems<T>(Utf8JsonWriter writer, IEnumerable<T>? items, JsonSerializerOptions options, Action<Utf8JsonWriter, T, JsonSerializerOptions> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        switch (items)
        {
            case null:
                writer.WriteNullValue();
                return;
            case T[] array:
                WriteSpan(writer, array, options, write);
                return;
            case List<T> list:
                WriteSpan(writer, CollectionsMarshal.AsSpan(list), options, write);
                return;
        }

        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item, options);
        }

        writer.WriteEndArray();
    }

    /// <summary>Writes a dictionary as an object.</summary>
    public static void WriteMap<T>(
        Utf8JsonWriter writer, IEnumerable<KeyValuePair<string, T>>? map, JsonSerializerOptions options, Action<Utf8JsonWriter, T, JsonSerializerOptions> write)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(write);
        if (map is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        foreach (var pair in map)
        {
            writer.WritePropertyName(pair.Key);
            write(writer, pair.Value, options);
        }

        writer.WriteEndObject();
    }

    private static void WriteSpan<T>(Utf8JsonWriter writer, ReadOnlySpan<T> items, JsonSerializerOptions options, Action<Utf8JsonWriter, T, JsonSerializerOptions> write)
    {
        writer.WriteStartArray();
        foreach (var item in items)
        {
            write(writer, item, options);
        }

        writer.WriteEndArray();
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
