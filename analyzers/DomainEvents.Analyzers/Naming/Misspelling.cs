using DomainEvents.Generators.Naming;

namespace DomainEvents.Analyzers.Naming;

/// <summary>
/// Tells a slip of the pen from another event: <c>user.unlocked</c> is near <c>user.locked</c>, and both are meant. Events of other
/// systems are unknown here, so a text that may well be one is left alone.
/// </summary>
internal static class Misspelling
{
    private const int ShortWord = 5;

    private static readonly string[] s_prefixes = ["de", "dis", "in", "non", "re", "un", "up"];

    private static readonly Lazy<HashSet<string>> s_words = new(static () => new HashSet<string>(
        Verbs.Imperatives.Concat(Verbs.OtherVerbs).SelectMany(static verb => (string?[])[verb, PastParticiple.Of(verb)]).OfType<string>(), StringComparer.Ordinal));

    /// <summary>Whether a text that is nearly an event type is more likely meant to be it than to be another.</summary>
    public static bool IsLikely(string text, string known)
    {
        var (written, meant) = (text.ToLowerInvariant().Split('.'), known.ToLowerInvariant().Split('.'));
        if (written.Length != meant.Length)
        {
            return true;
        }

        for (var i = 0; i < written.Length; i++)
        {
            var (writtenWords, meantWords) = (written[i].Split('_', '-'), meant[i].Split('_', '-'));
            if (writtenWords.Length != meantWords.Length)
            {
                continue;
            }

            for (var j = 0; j < writtenWords.Length; j++)
            {
                if (writtenWords[j] != meantWords[j] && !IsSlip(writtenWords[j], meantWords[j], isAction: i == written.Length - 1))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private static bool IsSlip(string written, string meant, bool isAction)
    {
        if (OnlyDigitsDiffer(written, meant) || s_words.Value.Contains(written) || IsOpposite(written, meant) || IsOpposite(meant, written))
        {
            return false;
        }

        // Of short things one letter makes another: cart and card.
        return isAction || Math.Max(written.Length, meant.Length) >= ShortWord || written == meant + "s" || meant == written + "s" || HasSameLetters(written, meant);
    }

    /// <summary>Whoever writes another number means another version or another thing.</summary>
    private static bool OnlyDigitsDiffer(string left, string right) =>
        string.Concat(left.Where(static c => !char.IsDigit(c))) == string.Concat(right.Where(static c => !char.IsDigit(c)));

    private static bool IsOpposite(string longer, string shorter) => s_prefixes.Any(prefix =>
        longer.Length == shorter.Length + prefix.Length && longer.StartsWith(prefix, StringComparison.Ordinal) && longer.EndsWith(shorter, StringComparison.Ordinal));

    private static bool HasSameLetters(string left, string right) =>
        left.Length == right.Length && left.OrderBy(static c => c).SequenceEqual(right.OrderBy(static c => c));
}
