using System.Globalization;
using System.Text;
using RabbitMQ.Client;

namespace DomainEvents.Persistence.RabbitMQ;

/// <summary>
/// A message as a CloudEvent 1.0 in binary mode: its attributes in the headers, its data alone in the body. The prefix is that of the AMQP
/// binding; the reader also takes the one that JMS clients use.
/// </summary>
internal static class CloudEventHeaders
{
    private const string Prefix = "cloudEvents:";
    private const string OtherPrefix = "cloudEvents_";

    public static BasicProperties Write(in OutboxMessage message, string source)
    {
        var id = message.Id.ToString("D");
        Dictionary<string, object?> headers = new(StringComparer.Ordinal)
        {
            [Prefix + "specversion"] = "1.0",
            [Prefix + "id"] = id,
            [Prefix + "source"] = source,
            [Prefix + "type"] = message.Type,
            [Prefix + "time"] = message.OccurredAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            [Prefix + "schemaversion"] = message.SchemaVersion.ToString(CultureInfo.InvariantCulture),
        };
        if (message.StreamId.Length > 0)
        {
            headers[Prefix + "subject"] = message.StreamId;
            headers[Prefix + "partitionkey"] = message.StreamId;
        }

        if (message.StreamSeq != 0)
        {
            headers[Prefix + "sequence"] = message.StreamSeq.ToString("D20", CultureInfo.InvariantCulture);
        }

        Add("traceparent", message.TraceParent);
        Add("tracestate", message.TraceState);
        Add("baggage", message.Baggage);
        Add("causationid", message.CausationId);
        return new BasicProperties
        {
            ContentType = message.ContentType,
            CorrelationId = message.CorrelationId,
            DeliveryMode = DeliveryModes.Persistent,
            Headers = headers,
            MessageId = id,
            Timestamp = new AmqpTimestamp(message.OccurredAt.ToUnixTimeSeconds()),
            Type = message.Type,
        };

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                headers[name] = value;
            }
        }
    }

    /// <exception cref="FormatException">An attribute that every CloudEvent has is missing, or one cannot be read.</exception>
    public static OutboxMessage Read(IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body)
    {
        var headers = properties.Headers ?? new Dictionary<string, object?>();
        if (Attribute("id") is not { } id || Attribute("type") is not { } type || Attribute("source") is null || Attribute("specversion") is not "1.0")
        {
            throw new FormatException("The message is no CloudEvent 1.0 in binary mode: specversion, id, source or type is missing from its headers.");
        }

        return new OutboxMessage(
            Guid.Parse(id),
            type,
            int.Parse(Attribute("schemaversion") ?? "1", CultureInfo.InvariantCulture),
            Attribute("subject") ?? "",
            long.Parse(Attribute("sequence") ?? "0", CultureInfo.InvariantCulture),
            Attribute("time") is { } time ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture) : default,
            body,
            properties.ContentType ?? "application/json",
            Header("traceparent"),
            Header("tracestate"),
            Header("baggage"),
            properties.CorrelationId,
            Header("causationid"));

        string? Attribute(string name) => Header(Prefix + name) ?? Header(OtherPrefix + name);

        string? Header(string name) => headers.TryGetValue(name, out var value)
            ? value switch
            {
                byte[] utf8 => Encoding.UTF8.GetString(utf8),
                null => null,
                _ => Convert.ToString(value, CultureInfo.InvariantCulture),
            }
            : null;
    }
}
