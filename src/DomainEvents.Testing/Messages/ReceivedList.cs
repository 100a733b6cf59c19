using System.Globalization;
using System.Text;
using DomainEvents.Testing.Recording;

namespace DomainEvents.Testing.Messages;

/// <summary>The end of every message: what was received, in order.</summary>
internal static class ReceivedList
{
    /// <summary>More than this many events are shown by the first and the last half of it.</summary>
    public const int MaxShown = 200;

    private const int MaxLength = 300;

    /// <summary>One line an event, under a line that counts them.</summary>
    public static string Of(IReadOnlyList<ReceivedEvent> received)
    {
        if (received.Count == 0)
        {
            return "Received no events.";
        }

        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"Received {Times.Events(received.Count)}:");
        var width = received.Count.ToString(CultureInfo.InvariantCulture).Length;
        for (var i = 0; i < received.Count; i++)
        {
            if (received.Count > MaxShown && i == MaxShown / 2)
            {
                var hidden = received.Count - MaxShown;
                text.Append(CultureInfo.InvariantCulture, $"\n  ... {hidden} more ...");
                i += hidden;
            }

            text.Append("\n  ").Append((i + 1).ToString(CultureInfo.InvariantCulture).PadLeft(width)).Append(". ").Append(Describe(received[i]));
        }

        return text.ToString();
    }

    private static string Describe(ReceivedEvent received)
    {
        var text = TextOf(received.Event).ReplaceLineEndings(" ");
        return $"{received.EventType}  {(text.Length > MaxLength ? text[..MaxLength] + "..." : text)}";
    }

    /// <summary>Records print their values, classes their name. What a user's own method throws must not hide the message.</summary>
    private static string TextOf(IDomainEvent domainEvent)
    {
        try
        {
            return domainEvent.ToString() ?? domainEvent.GetType().ToString();
        }
        catch (Exception)
        {
            return domainEvent.GetType().ToString();
        }
    }
}
