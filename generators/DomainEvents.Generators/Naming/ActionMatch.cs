using System.Text;

namespace DomainEvents.Generators.Naming;

/// <summary>Where in the words of a name subject and action stand, and what found them.</summary>
/// <param name="Lead">A first word that belongs to the action: before, after.</param>
/// <param name="KeepsAuxiliaries">Whether the action says what it says only with its auxiliary verb: can be removed.</param>
internal readonly record struct ActionMatch(
    NameRule Rule, bool IsSure, int DomainStart, int DomainEnd, int ActionStart, int ActionEnd, string? Lead = null, bool KeepsAuxiliaries = false)
{
    /// <summary>The subject in snake_case; empty where the name has none.</summary>
    public string Domain(WordSequence words)
    {
        var start = DomainStart;
        var end = DomainEnd;
        while (start < end && FunctionWords.Articles.Contains(words[start]))
        {
            start++;
        }

        while (end > start && words.Is(end - 1, WordKinds.Auxiliary))
        {
            end--;
        }

        return Join(words, start, end, keepsAuxiliaries: true, lead: null);
    }

    /// <summary>The action in snake_case.</summary>
    public string Verb(WordSequence words) => Join(words, ActionStart, ActionEnd, KeepsAuxiliaries, Lead);

    private static string Join(WordSequence words, int start, int end, bool keepsAuxiliaries, string? lead)
    {
        var text = new StringBuilder(lead);
        var beforeVerb = !keepsAuxiliaries;
        for (var i = start; i < end; i++)
        {
            beforeVerb &= words.Is(i, WordKinds.Auxiliary | WordKinds.Prefix | WordKinds.DoubtfulPrefix);
            if (!beforeVerb || !words.Is(i, WordKinds.Auxiliary))
            {
                text.Append(text.Length > 0 ? "_" : "").Append(words[i]);
            }
        }

        return text.ToString();
    }
}
