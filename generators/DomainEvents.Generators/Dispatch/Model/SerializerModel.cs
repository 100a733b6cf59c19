using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>The serializer of one event: a class nested in it, so that it reaches what only the event itself does.</summary>
internal sealed record SerializerModel
{
    /// <summary>Namespace, escaped, or empty.</summary>
    public required string Namespace { get; init; }

    /// <summary>The partial declarations from the outermost type to the event.</summary>
    public required EquatableArray<string> Declarations { get; init; }

    /// <summary>The event, fully qualified.</summary>
    public required string EventClass { get; init; }

    /// <summary>The serializer's class, without the event around it.</summary>
    public required string ClassName { get; init; }

    public required string EventType { get; init; }

    public required int Version { get; init; }

    /// <summary>In the order in which they are written.</summary>
    public required EquatableArray<JsonPropertyModel> Properties { get; init; }

    /// <summary>For each parameter of the constructor the property that holds its value, by number.</summary>
    public required EquatableArray<int> Arguments { get; init; }

    /// <summary>As the module writes it.</summary>
    public string QualifiedName => $"{EventClass}.{ClassName}";
}

/// <summary>A property of an event, in its JSON.</summary>
internal sealed record JsonPropertyModel
{
    /// <summary>The name in the JSON.</summary>
    public required string JsonName { get; init; }

    /// <summary>The member, escaped.</summary>
    public required string Member { get; init; }

    /// <summary>Where only the interface has the member: the interface, fully qualified.</summary>
    public string? Interface { get; init; }

    public required JsonValueModel Value { get; init; }

    public required JsonTarget Target { get; init; }

    /// <summary>What the event gets where the JSON has no such property; <see langword="null"/> where that is an error.</summary>
    public string? Default { get; init; }

    /// <summary>Whether what the event has by itself stays where the JSON has no such property.</summary>
    public bool KeepsInitial { get; init; }

    public JsonCondition Condition { get; init; }

    /// <summary>Whether the use of the member is an error, save in code that is obsolete itself.</summary>
    public bool IsForbidden { get; init; }
}

/// <summary>Where a value that was read goes.</summary>
internal enum JsonTarget
{
    /// <summary>Nowhere: it is written only.</summary>
    None,

    /// <summary>To the constructor.</summary>
    Argument,

    /// <summary>Into the object initialiser.</summary>
    Initializer,

    /// <summary>Into the property afterwards.</summary>
    Setter,
}

/// <summary>When a property is written.</summary>
internal enum JsonCondition
{
    Always,
    Never,
    NotNull,
    NotDefault,
}

/// <summary>How a value of one type is written and read.</summary>
/// <param name="Kind">The way.</param>
/// <param name="Type">The type, fully qualified.</param>
/// <param name="Detail">The part of a method's name, a converter's expression, an enum's underlying type, a collection's ending.</param>
/// <param name="Element">The value in a nullable, an array or a dictionary.</param>
/// <param name="ElementType">The type of the values in an array or a dictionary, fully qualified, with its nullability.</param>
internal sealed record JsonValueModel(JsonValueKind Kind, string Type, string Detail = "", JsonValueModel? Element = null, string ElementType = "");

internal enum JsonValueKind
{
    /// <summary>A type that nothing is known about: the options' resolver is asked.</summary>
    ByOptions,
    String,
    Boolean,
    Number,
    Enum,

    /// <summary>A value that the writer turns into text: ids, dates.</summary>
    Text,
    Bytes,
    Nullable,

    /// <summary>A converter of the framework's, ready made.</summary>
    KnownConverter,

    /// <summary>A converter that an attribute names.</summary>
    Converter,

    /// <summary>A factory that an attribute names.</summary>
    ConverterFactory,
    Items,
    Map,
}

/// <summary>The serializers that one file holds.</summary>
internal sealed record SerializerChunkModel(string AssemblyName, int Number, EquatableArray<SerializerModel> Serializers)
{
    /// <summary>So many that few files change with one event, and so few that there are not thousands.</summary>
    public const int Size = 25;

    public static IEnumerable<SerializerChunkModel> Of(string assemblyName, EquatableArray<SerializerModel> serializers)
    {
        for (var start = 0; start < serializers.Count; start += Size)
        {
            var items = serializers.Items.Slice(start, Math.Min(Size, serializers.Count - start));
            yield return new SerializerChunkModel(assemblyName, start / Size, new EquatableArray<SerializerModel>(items));
        }
    }
}
