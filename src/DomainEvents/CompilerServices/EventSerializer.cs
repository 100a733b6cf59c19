using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace DomainEvents.CompilerServices;

/// <summary>How one event becomes JSON and comes back. The generator writes one for each event; it holds no state.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventSerializer
{
    // What the reader throws for a value of the wrong kind, for JsonSerializer to translate. We call the reader ourselves.
    private const string ReaderFault = "System.Text.Json.Rethrowable";

    private protected EventSerializer(Type eventClass, string eventType, int version)
    {
        EventClass = eventClass;
        EventType = eventType;
        Version = version;
    }

    /// <summary>The event's class.</summary>
    public Type EventClass { get; }

    /// <summary>The event type, which with the version is the identity of the JSON.</summary>
    public string EventType { get; }

    /// <summary>The version of the event's shape.</summary>
    public int Version { get; }

    internal abstract void Write(Utf8JsonWriter writer, IDomainEvent domainEvent, JsonSerializerOptions options);

    internal abstract IDomainEvent ReadEvent(ref Utf8JsonReader reader, JsonSerializerOptions options);

    internal abstract JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options);

    /// <summary>Whether the JSON is to blame for an exception, and not a guard or the user's code.</summary>
    private protected static bool IsMalformed(Exception exception) => exception
        is FormatException or OverflowException or InvalidOperationException { Source: ReaderFault };

    /// <summary>Where a value must have started or ended and something else stands.</summary>
    private protected JsonException Malformed(Exception inner) =>
        new($"The JSON of the event '{EventType}' version {Version} is malformed: {inner.Message}", inner);
}

/// <summary>How one event becomes JSON and comes back.</summary>
/// <typeparam name="TEvent">The event.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventSerializer<TEvent> : EventSerializer
    where TEvent : class, IDomainEvent
{
    /// <summary>Names the event.</summary>
    /// <param name="eventType">The event type.</param>
    /// <param name="version">The version of its shape.</param>
    protected EventSerializer(string eventType, int version)
        : base(typeof(TEvent), eventType, version)
    {
    }

    /// <summary>Writes the event as one JSON object.</summary>
    protected abstract void Write(Utf8JsonWriter writer, TEvent domainEvent, JsonSerializerOptions options);

    /// <summary>Reads the event from one JSON object, whose opening brace the reader stands on.</summary>
    protected abstract TEvent Read(ref Utf8JsonReader reader, JsonSerializerOptions options);

    internal sealed override void Write(Utf8JsonWriter writer, IDomainEvent domainEvent, JsonSerializerOptions options) =>
        Write(writer, (TEvent)domainEvent, options);

    internal sealed override IDomainEvent ReadEvent(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        try
        {
            return Read(ref reader, options);
        }
        catch (Exception exception) when (IsMalformed(exception))
        {
            throw Malformed(exception);
        }
    }

    internal sealed override JsonTypeInfo CreateTypeInfo(JsonSerializerOptions options) =>
        JsonMetadataServices.CreateValueInfo<TEvent>(options, new Converter(this));

    private sealed class Converter(EventSerializer<TEvent> serializer) : JsonConverter<TEvent>
    {
        public override TEvent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            (TEvent)serializer.ReadEvent(ref reader, options);

        public override void Write(Utf8JsonWriter writer, TEvent value, JsonSerializerOptions options) => serializer.Write(writer, value, options);
    }
}
