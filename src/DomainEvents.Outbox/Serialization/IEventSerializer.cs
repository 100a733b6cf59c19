using System.Buffers;

namespace DomainEvents.Persistence.Serialization;

/// <summary>Writes and reads the payload of messages.</summary>
internal interface IEventSerializer
{
    /// <summary>The media type of what <see cref="Write"/> writes.</summary>
    string ContentType { get; }

    void Write(IBufferWriter<byte> output, IDomainEvent domainEvent);

    IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> data);
}
