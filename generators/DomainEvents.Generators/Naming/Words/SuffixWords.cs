namespace DomainEvents.Generators.Naming;

/// <summary>Last words of a type's name that say only that it is an event.</summary>
internal static class SuffixWords
{
    public static readonly HashSet<string> Kinds = WordList.Parse("args eto event events evt");

    /// <summary>Suffixes that may be the subject itself: peeled only after an action.</summary>
    public static readonly HashSet<string> Carriers = WordList.Parse("message notification");

    /// <summary>What the word event is put in front of: event data.</summary>
    public static readonly HashSet<string> Wrappers = WordList.Parse("data dto message model notification payload");

    /// <summary>Words before a suffix that tell whom the event is for.</summary>
    public static readonly HashSet<string> Qualifiers = WordList.Parse(
        """
        application business distributed domain event external integration internal local public
        """);
}
