using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DomainEvents.CompilerServices;
using DomainEvents.Serialization;

namespace DomainEvents;

/// <summary>
/// Writes events as JSON and reads them back, by generated code without reflection. What identifies a JSON text is the event type and its
/// version, never the name of a class: both are kept beside the text. Property names are camelCase; <c>eventId</c> and <c>occurredAt</c>
/// come first; properties that are computed are not written. Immutable and safe for use by several threads.
/// </summary>
public sealed class DomainEventSerializer
{
    private static readonly ArrayBufferWriter<byte> s_nowhere = new();

    [ThreadStatic]
    private static Utf8JsonWriter? t_writer;

    private readonly HandlerTable? _table;
    private readonly JsonSerializerOptions _options;
    private volatile SerializerIndex? _index;

    /// <summary>Writes and reads the events of a table's modules.</summary>
    /// <param name="table">The table; <see langword="null"/> for whatever <see cref="HandlerTable.Default"/> is at the time of a call.</param>
    /// <param name="options">
    /// Resolvers and converters for property types that the generator knows nothing about. <see langword="null"/> for none. Names, order
    /// and formats of the events themselves do not depend on it, so that what was stored stays readable.
    /// </param>
    public DomainEventSerializer(HandlerTable? table = null, JsonSerializerOptions? options = null)
    {
        _table = table;
        TypeInfoResolver = new EventTypeInfoResolver(this);
        _options = options is null ? new JsonSerializerOptions() : new JsonSerializerOptions(options);
        _options.PropertyNamingPolicy ??= JsonNamingPolicy.CamelCase;
        _options.TypeInfoResolverChain.Add(TypeInfoResolver);
        _options.MakeReadOnly();
    }

    /// <summary>
    /// All events of the process's composition roots and of the assemblies that they reference, and those of assemblies that were loaded
    /// beside them.
    /// </summary>
    public static DomainEventSerializer Default { get; } = new();

    /// <summary>For <see cref="JsonSerializerOptions.TypeInfoResolverChain"/>: lets <see cref="JsonSerializer"/> write and read events the same way.</summary>
    public IJsonTypeInfoResolver TypeInfoResolver { get; }

    /// <summary>Writes an event as one JSON object in UTF-8.</summary>
    /// <exception cref="NotSupportedException">Nothing is generated for the event's class, or for the type of one of its properties.</exception>
    public void Write(IBufferWriter<byte> output, IDomainEvent domainEvent)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(domainEvent);
        var serializer = Find(domainEvent.GetType()) ?? throw new NotSupportedException(
            $"Nothing is generated to write {domainEvent.GetType()} as JSON. Only events marked with [DomainEvent] can be written: classes "
            + "without type parameters that have an event type and whose every constructor parameter can be read from a property.");

        // A converter of the user's may write an event while one is being written: then the outer one holds the thread's writer.
        var writer = t_writer;
        t_writer = null;
        if (writer is null)
        {
            writer = new Utf8JsonWriter(output, new JsonWriterOptions { SkipValidation = true });
        }
        else
        {
            writer.Reset(output);
        }

        try
        {
            serializer.Write(writer, domainEvent, _options);
            writer.Flush();
        }
        finally
        {
            // Not kept, or it would hold the output.
            writer.Reset(s_nowhere);
            t_writer = writer;
        }
    }

    /// <summary>Reads an event. Its guards check it as they do when it is created.</summary>
    /// <param name="eventType">The event type that was stored beside the text.</param>
    /// <param name="version">The version that was stored beside the text.</param>
    /// <param name="utf8Json">The JSON object in UTF-8. Properties that the event does not have are ignored.</param>
    /// <exception cref="UnknownEventTypeException">No event has this event type in this version.</exception>
    /// <exception cref="JsonException">The text is no JSON, a required property is missing, or a value is of the wrong kind.</exception>
    /// <exception cref="ArgumentException">A guard of the event refuses a value.</exception>
    public IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> utf8Json)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        var serializer = Find(eventType, version) ?? throw new UnknownEventTypeException(eventType, version);
        var reader = new Utf8JsonReader(utf8Json);
        EventJson.Advance(ref reader);
        var domainEvent = serializer.ReadEvent(ref reader, _options);

        // Throws where something follows.
        reader.Read();
        return domainEvent;
    }

    /// <summary>Whether an event has this event type in this version.</summary>
    public bool CanRead(string eventType, int version)
    {
        ArgumentNullException.ThrowIfNull(eventType);
        return Find(eventType, version) is not null;
    }

    /// <summary>
    /// Whether events of a class go through the outbox when they are raised: <see cref="DomainEventAttribute.Durable"/> of the class, or
    /// of the nearest marked base of a class that has no mark.
    /// </summary>
    public bool IsDurable(Type eventClass)
    {
        ArgumentNullException.ThrowIfNull(eventClass);
        return Index().IsDurable(eventClass);
    }

    internal EventSerializer? FindExact(Type eventClass) => Find(eventClass) is { } serializer && serializer.EventClass == eventClass ? serializer : null;

    private EventSerializer? Find(Type eventClass) => Index().Find(eventClass);

    private EventSerializer? Find(string eventType, int version) => Index().Find(eventType, version);

    /// <summary>Built anew when roots were installed or assemblies loaded since.</summary>
    private SerializerIndex Index()
    {
        var table = _table ?? HandlerTable.Default;
        var announced = _table is null ? HandlerTable.Announced : [];
        var index = _index;
        return index is not null && index.IsOf(table, announced) ? index : _index = new SerializerIndex(table, announced);
    }
}
