using DomainEvents.Naming;

namespace DomainEvents.Generators.Naming;

/// <summary>The subject of a name that is an action only, from where the type stands: its containing type, or its namespace.</summary>
internal static class OwnerName
{
    private static readonly char[] Separators = ['.', '+'];

    public static string? Find(string containingTypes, string namespaceName) =>
        Nearest(containingTypes, areTypes: true) ?? Nearest(namespaceName, areTypes: false);

    private static string? Nearest(string path, bool areTypes)
    {
        var parts = path.Split(Separators, StringSplitOptions.RemoveEmptyEntries);
        for (var i = parts.Length - 1; i >= 0; i--)
        {
            var words = PeeledName.Peel(areTypes ? WithoutInterfacePrefix(parts[i]) : parts[i].TrimStart('@')).Words;
            if (words.Count > 0 && !IsNeutral(words))
            {
                var texts = words.ConvertAll(static word => word.Text);
                texts[texts.Count - 1] = Singular(texts[texts.Count - 1]);
                return string.Join("_", texts);
            }
        }

        return null;
    }

    /// <summary><c>IOrderEvents</c> holds the events of an order.</summary>
    private static string WithoutInterfacePrefix(string type) =>
        type.Length > 2 && type[0] == 'I' && type[1] is >= 'A' and <= 'Z' && type[2] is >= 'a' and <= 'z' ? type.Substring(1) : type.TrimStart('@');

    private static bool IsNeutral(List<NameWord> words) =>
        words.TrueForAll(static word => OwnerWords.Neutral.Contains(word.Text) || PeeledName.LooksLikeVersion(word.Text));

    private static string Singular(string word)
    {
        if (word.Length < 4 || word[word.Length - 1] != 's' || OwnerWords.Invariable.Contains(word))
        {
            return OwnerWords.IrregularPlurals.TryGetValue(word, out var singular) ? singular : word;
        }

        if (EndsIn(word, "ss") || EndsIn(word, "us") || EndsIn(word, "is"))
        {
            return word;
        }

        if (EndsIn(word, "ies") && !OwnerWords.InIe.Contains(word.Substring(0, word.Length - 1)))
        {
            return word.Substring(0, word.Length - 3) + "y";
        }

        var takesEs = EndsIn(word, "sses") || EndsIn(word, "xes") || EndsIn(word, "ches") || EndsIn(word, "shes") || EndsIn(word, "uses");
        return takesEs && !OwnerWords.InE.Contains(word.Substring(0, word.Length - 1))
            ? word.Substring(0, word.Length - 2)
            : word.Substring(0, word.Length - 1);
    }

    private static bool EndsIn(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);
}
