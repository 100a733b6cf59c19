using System.Text;

namespace DomainEvents.Naming;

/// <summary>
/// The grammar of event types, one for runtime, generator and analyzers: <c>payment_intent.succeeded</c>, two or more segments of
/// lower snake_case. Ordinal throughout; answers for any text and never throws.
/// </summary>
/// <remarks>
/// A segment is one or more words joined by single underscores; a word is ASCII lower letters and digits. A segment may start with a
/// digit (<c>2fa.enabled</c>: the constant carries the escape, not the wire name) but must have a letter, so that no event type
/// reads as a number.
/// </remarks>
internal static class EventTypeGrammar
{
    /// <summary>What brokers and database columns take without thought.</summary>
    public const int MaxLength = 255;

    private const int LongestRepaired = 4 * MaxLength;

    // Without these, the last word alone would be taken for the action: "user-logged-in" is user.logged_in.
    private static readonly string[] Particles = ["in", "out", "up", "down", "on", "off", "over", "back", "away"];

    public static bool IsValid(string? eventType, bool external) => external ? IsValidExternal(eventType) : IsValid(eventType);

    public static bool IsValid(string? eventType)
    {
        if (eventType is null || eventType.Length > MaxLength)
        {
            return false;
        }

        var segments = 1;
        var hasLetter = false;
        var previous = '.';
        foreach (var c in eventType)
        {
            switch (c)
            {
                case >= 'a' and <= 'z':
                    hasLetter = true;
                    break;
                case >= '0' and <= '9':
                    break;
                case '_' when previous is not ('_' or '.'):
                    break;
                case '.' when previous is not ('_' or '.') && hasLetter:
                    segments++;
                    hasLetter = false;
                    break;
                default:
                    return false;
            }

            previous = c;
        }

        return segments >= 2 && hasLetter && previous is not '_';
    }

    /// <summary>Names of events raised or handled elsewhere: any text a wire can carry in one piece.</summary>
    public static bool IsValidExternal(string? eventType)
    {
        if (eventType is null || eventType.Length is 0 or > MaxLength)
        {
            return false;
        }

        for (var i = 0; i < eventType.Length; i++)
        {
            var c = eventType[i];
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                return false;
            }

            if (char.IsSurrogate(c))
            {
                // A lone half has no UTF-8 form: it would neither survive the generated file nor the wire.
                if (i + 1 == eventType.Length || !char.IsSurrogatePair(c, eventType[i + 1]))
                {
                    return false;
                }

                i++;
            }
        }

        return true;
    }

    /// <summary>The valid event type that <paramref name="eventType"/> was probably meant to be, or <see langword="null"/>.</summary>
    public static string? Suggest(string? eventType)
    {
        if (IsValid(eventType))
        {
            return eventType;
        }

        if (eventType is null || eventType.Length > LongestRepaired || HasForeignLetter(eventType))
        {
            return null;
        }

        var suggestion = new StringBuilder(eventType.Length + 8);
        var words = new List<NameWord>();
        var segments = 0;
        var start = 0;
        while (start <= eventType.Length)
        {
            var end = eventType.IndexOfAny(['.', '/', ':'], start);
            end = end < 0 ? eventType.Length : end;
            words.Clear();
            NameWord.Split(eventType, start, end, words);
            if (words.Count > 0)
            {
                Append(suggestion, words, 0, words.Count, segments == 0 ? "" : ".");
                segments++;
            }

            start = end + 1;
        }

        var text = segments == 1 ? SplitAction(eventType) : suggestion.ToString();
        return IsValid(text) ? text : null;
    }

    private static string? SplitAction(string eventType)
    {
        var words = new List<NameWord>();
        NameWord.Split(eventType, 0, eventType.Length, words);
        var action = words.Count - 1;
        if (action > 1 && Array.IndexOf(Particles, words[action].Text) >= 0)
        {
            action--;
        }

        if (action < 1)
        {
            return null;
        }

        var text = new StringBuilder(eventType.Length + 8);
        Append(text, words, 0, action, "");
        Append(text, words, action, words.Count, ".");
        return text.ToString();
    }

    private static void Append(StringBuilder text, List<NameWord> words, int start, int end, string separator)
    {
        for (var i = start; i < end; i++)
        {
            text.Append(i == start ? separator : "_").Append(words[i].Text);
        }
    }

    // Transliteration is a choice between languages (ö: o or oe): not ours to make.
    private static bool HasForeignLetter(string text)
    {
        foreach (var c in text)
        {
            if (c > '\x7f' && (char.IsLetterOrDigit(c) || char.IsSurrogate(c)))
            {
                return true;
            }
        }

        return false;
    }
}
