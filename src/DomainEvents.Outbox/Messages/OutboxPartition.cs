using System.Text;

namespace DomainEvents.Persistence;

/// <summary>
/// Divides the outbox among relays. All messages of a stream lie in one partition, and a partition has one owner at a time: that keeps
/// the order within a stream with any number of relays.
/// </summary>
public static class OutboxPartition
{
    /// <summary>How many partitions every outbox has, and so how many relays can work at once. Stored rows depend on it: it never changes.</summary>
    public const int Count = 16;

    /// <summary>The partition of a message.</summary>
    /// <param name="message">The message.</param>
    /// <returns>From zero to <see cref="Count"/> - 1, the same on every machine and in every release.</returns>
    public static int Of(in OutboxMessage message) => Of(message.StreamId, message.Id);

    /// <summary>The partition of a message, from what decides it.</summary>
    /// <param name="streamId">The stream; <see langword="null"/> or empty for a message without one.</param>
    /// <param name="messageId">The message's id, which spreads the messages that have no stream.</param>
    /// <returns>From zero to <see cref="Count"/> - 1, the same on every machine and in every release.</returns>
    public static int Of(string? streamId, Guid messageId)
    {
        Span<byte> id = stackalloc byte[16];
        if (string.IsNullOrEmpty(streamId))
        {
            messageId.TryWriteBytes(id);
            return (int)(Hash(id) % Count);
        }

        var length = Encoding.UTF8.GetMaxByteCount(streamId.Length);
        var utf8 = length <= 256 ? stackalloc byte[length] : new byte[length];
        return (int)(Hash(utf8[..Encoding.UTF8.GetBytes(streamId, utf8)]) % Count);
    }

    /// <summary>FNV-1a with a final mix: the framework's string hash differs from process to process.</summary>
    private static uint Hash(ReadOnlySpan<byte> bytes)
    {
        var hash = 2_166_136_261u;
        foreach (var value in bytes)
        {
            hash = (hash ^ value) * 16_777_619u;
        }

        hash = (hash ^ (hash >> 16)) * 0x85EB_CA6B;
        return hash ^ (hash >> 13);
    }
}
