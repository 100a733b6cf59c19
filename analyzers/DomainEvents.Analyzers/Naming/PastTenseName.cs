using DomainEvents.Generators.Naming;
using DomainEvents.Naming;

namespace DomainEvents.Analyzers.Naming;

/// <summary>Tells names that say that something has happened from others, and finds such a name for the others.</summary>
internal static class PastTenseName
{
    // Verbs that in a name are nearly always the thing: the other word is what was done to it.
    private static readonly HashSet<string> s_things = new(StringComparer.Ordinal)
    {
        "bill", "comment", "exchange", "file", "issue", "list", "match", "offer", "order", "process", "project", "quote", "record", "report",
        "return", "review", "schedule", "score", "ticket", "trade", "transfer", "trip", "visit", "vote",
    };

    /// <summary>Whether no word of the name is a past form. Of a name that is not English nothing is said.</summary>
    public static bool IsMissing(string typeName)
    {
        var words = Words(typeName);
        return words.Count > 0
            && typeName.All(static c => c <= '\x7f')
            && words[words.Count - 1].Text is not ("base" or "wrapper")
            && !words.Any(static word => Vocabulary.IsParticiple(word.Text));
    }

    /// <summary>Whether one of some words is in the name.</summary>
    public static bool HasAny(string typeName, IReadOnlyList<string> words) =>
        words.Count > 0 && Words(typeName).Any(word => words.Contains(word.Text, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// The name with its verb in the past: <c>OrderPlaced</c> for <c>PlaceOrder</c> and for <c>OrderPlace</c>; <see langword="null"/> where it
    /// has no verb.
    /// </summary>
    public static string? Suggest(string typeName)
    {
        var stem = PeeledName.Peel(typeName).ConstantName;
        var start = typeName.IndexOf(stem, StringComparison.Ordinal);
        var words = Words(stem);
        if (start < 0 || words.Count == 0)
        {
            return null;
        }

        var (first, last) = (words[0], words[words.Count - 1]);
        if (GivesOrder(first.Text, last.Text) is not { } isOrder
            || PastParticiple.Of(isOrder ? first.Text : last.Text) is not { } participle
            || (words.Count == 1 && !isOrder))
        {
            return null;
        }

        var subject = isOrder ? stem.Substring(first.End) : stem.Substring(0, last.Start);
        return typeName.Substring(0, start)
            + subject
            + char.ToUpperInvariant(participle[0])
            + participle.Substring(1)
            + typeName.Substring(start + stem.Length);
    }

    /// <summary>Whether the verb is the first word and not the last; <see langword="null"/> where either could be.</summary>
    private static bool? GivesOrder(string first, string last)
    {
        if (Verbs.Imperatives.Contains(first))
        {
            return true;
        }

        if (!Verbs.IsVerb(first) || s_things.Contains(first) || Verbs.Imperatives.Contains(last))
        {
            return false;
        }

        return !Verbs.IsVerb(last) || s_things.Contains(last) ? true : null;
    }

    private static List<NameWord> Words(string text)
    {
        var words = new List<NameWord>();
        NameWord.Split(text, 0, text.Length, words);
        return words;
    }
}
