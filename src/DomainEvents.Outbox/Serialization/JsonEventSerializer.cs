using System.Buffers;

namespace DomainEvents.Persistence.Serialization;

/// <summary>Payloads in JSON, by generated code.</summary>
internal sealed class JsonEventSerializer(DomainEventSerializer serializer) : IEventSerializer
{
    public string ContentType => "application/json";

    public void Write(IBufferWriter<byte> output, IDomainEvent domainEvent) => serializer.Write(output, domainEvent);

    public IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> data) => serializer.Read(eventType, version, data);
}
