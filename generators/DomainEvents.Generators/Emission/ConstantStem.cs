namespace DomainEvents.Generators.Emission;

/// <summary>What is left of a type's name when the words are taken off that only say that it is an event.</summary>
internal static class ConstantStem
{
    private static readonly string[] s_suffixes = ["EventArgs", "Events", "Event", "Evt", "Notification", "Message"];

    private static readonly string[] s_qualifiers =
        ["Domain", "Integration", "Application", "External", "Internal", "Public", "Distributed", "Local", "Business"];

    /// <summary><c>OrderPlacedDomainEventV2</c> is <c>OrderPlaced</c>. A name that is nothing else stays as it is.</summary>
    public static string Of(string typeName)
    {
        var stem = WithoutVersion(typeName);
        if (s_suffixes.FirstOrDefault(suffix => EndsInWord(stem, suffix)) is { } suffix)
        {
            stem = stem.Substring(0, stem.Length - suffix.Length);
            if (s_qualifiers.FirstOrDefault(qualifier => EndsInWord(stem, qualifier)) is { } qualifier)
            {
                stem = stem.Substring(0, stem.Length - qualifier.Length);
            }

            stem = WithoutVersion(stem);
        }

        stem = stem.TrimEnd('_');
        return stem.Length == 0 ? typeName : stem;
    }

    /// <summary>Whether something stands before the word, and the word begins there: <c>Prevent</c> does not end in an event.</summary>
    private static bool EndsInWord(string name, string word) =>
        name.Length > word.Length && name.EndsWith(word, StringComparison.Ordinal);

    private static string WithoutVersion(string name)
    {
        var end = name.Length;
        while (end > 0 && name[end - 1] is >= '0' and <= '9')
        {
            end--;
        }

        return end < name.Length && end > 1 && name[end - 1] == 'V' ? name.Substring(0, end - 1).TrimEnd('_') : name;
    }
}
