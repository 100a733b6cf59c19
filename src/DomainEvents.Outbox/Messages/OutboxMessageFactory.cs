using System.Buffers;
using System.Diagnostics;
using System.Text;
using DomainEvents.Persistence.Serialization;

namespace DomainEvents.Persistence;

/// <summary>
/// Makes messages of events at the moment of capture: with the payload as it is then, and with the trace context of the code that raised
/// the event, which the relay passes on long after that code is done. Safe for use by several threads.
/// </summary>
public sealed class OutboxMessageFactory
{
    private readonly IEventSerializer _serializer;

    /// <summary>Makes messages whose payload is JSON.</summary>
    /// <param name="serializer">Writes it; <see langword="null"/> for <see cref="DomainEventSerializer.Default"/>.</param>
    public OutboxMessageFactory(DomainEventSerializer? serializer = null)
        : this(new JsonEventSerializer(serializer ?? DomainEventSerializer.Default))
    {
    }

    internal OutboxMessageFactory(IEventSerializer serializer) => _serializer = serializer;

    /// <summary>Makes the message of an event.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="stream">What it belongs to; the default for an event that has no order to keep.</param>
    /// <param name="ordinal">The number of the event among those of the same version of the stream, from zero on.</param>
    /// <param name="correlationId">What it is correlated by.</param>
    /// <param name="causationId">The id of the message that led to it.</param>
    public OutboxMessage Create(
        IDomainEvent domainEvent, StreamRef stream = default, int ordinal = 0, string? correlationId = null, string? causationId = null)
    {
        ArgumentNullException.ThrowIfNull(domainEvent);
        var data = new ArrayBufferWriter<byte>();
        _serializer.Write(data, domainEvent);

        // An activity that nobody samples is passed on too: it still says which calls belong together.
        var activity = Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current : null;
        return new OutboxMessage(
            domainEvent.EventId,
            domainEvent.EventType,
            domainEvent.EventVersion,
            stream.Id ?? "",
            stream.SequenceOf(ordinal),
            domainEvent.OccurredAt.ToUniversalTime(),
            data.WrittenMemory,
            _serializer.ContentType,
            activity?.Id,
            activity?.TraceStateString,
            FormatBaggage(activity),
            correlationId,
            causationId);
    }

    /// <summary>Reads the event back from a message. Its guards run as in any construction.</summary>
    /// <param name="message">The message.</param>
    /// <returns>The event, with the id and the time that it had.</returns>
    public IDomainEvent Read(in OutboxMessage message) => _serializer.Read(message.Type, message.SchemaVersion, message.Data.Span);

    /// <summary>The W3C form, <c>key=value,key=value</c>.</summary>
    private static string? FormatBaggage(Activity? activity)
    {
        StringBuilder? text = null;
        foreach (var (key, value) in activity?.Baggage ?? [])
        {
            text = text is null ? new StringBuilder() : text.Append(',');
            text.Append(Uri.EscapeDataString(key)).Append('=').Append(Uri.EscapeDataString(value ?? ""));
        }

        return text?.ToString();
    }
}
