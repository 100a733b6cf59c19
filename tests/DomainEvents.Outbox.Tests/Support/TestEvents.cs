using System.Buffers;
using System.Text;
using System.Text.Json;
using DomainEvents.Persistence.Serialization;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>An event written by hand: these tests are of the outbox, not of the generator.</summary>
internal sealed record OrderPlaced(string OrderId) : IDomainEvent
{
    public Guid EventId { get; init; } = Guid.NewGuid();

    public DateTimeOffset OccurredAt { get; init; } = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public string EventType => "order.placed";
}

/// <summary>Writes the one event that it knows as bare text.</summary>
internal sealed class TestSerializer : IEventSerializer
{
    public string ContentType => "text/plain";

    public void Write(IBufferWriter<byte> output, IDomainEvent domainEvent) =>
        output.Write(Encoding.UTF8.GetBytes(((OrderPlaced)domainEvent).OrderId));

    public IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> data) => (eventType, version) switch
    {
        ("order.placed", 1) when data.IsEmpty => throw new JsonException("There is no order."),
        ("order.placed", 1) => new OrderPlaced(Encoding.UTF8.GetString(data)),
        _ => throw new NotSupportedException($"No event '{eventType}' version {version} is known."),
    };
}
