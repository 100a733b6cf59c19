namespace DomainEvents.Generators.Naming;

/// <summary>Reads the lists of words: lower case, sorted, separated by white space.</summary>
internal static class WordList
{
    private static readonly char[] Separators = [' ', '\n', '\r'];

    public static HashSet<string> Parse(string words) => new(words.Split(Separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
