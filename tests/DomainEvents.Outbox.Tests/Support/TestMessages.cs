using System.Text;

namespace DomainEvents.Persistence.Tests.Support;

/// <summary>Makes messages that tell in their payload which they are.</summary>
internal static class TestMessages
{
    public static OutboxMessage InStream(string stream, long version, string type = "order.placed") =>
        Create(type, stream, new StreamRef(stream, version).SequenceOf(0), $"{stream}/{version}");

    public static OutboxMessage WithoutVersion(string stream, string text) => Create("order.placed", stream, 0, text);

    public static OutboxMessage Alone(string text) => Create("order.placed", "", 0, text);

    public static string TextOf(in OutboxMessage message) => Encoding.UTF8.GetString(message.Data.Span);

    private static OutboxMessage Create(string type, string stream, long sequence, string text) => new(
        Guid.NewGuid(),
        type,
        1,
        stream,
        sequence,
        new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero),
        Encoding.UTF8.GetBytes(text),
        "application/json",
        null,
        null,
        null,
        null,
        null);
}
