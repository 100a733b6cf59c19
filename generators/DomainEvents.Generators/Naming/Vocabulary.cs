namespace DomainEvents.Generators.Naming;

/// <summary>Tells what a single lower-case English word may be, from its form and from the lists in Words.</summary>
internal static class Vocabulary
{
    public static WordKinds KindsOf(string word)
    {
        var kinds = ParticipleKind(word);
        Add(ref kinds, WordKinds.Particle, FunctionWords.Particles.Contains(word));
        Add(ref kinds, WordKinds.Preposition, FunctionWords.Prepositions.Contains(word));
        Add(ref kinds, WordKinds.Prefix, FunctionWords.Prefixes.Contains(word));
        Add(ref kinds, WordKinds.DoubtfulPrefix, FunctionWords.DoubtfulPrefixes.Contains(word));
        Add(ref kinds, WordKinds.Auxiliary, FunctionWords.Auxiliaries.Contains(word));
        Add(ref kinds, WordKinds.Modal, FunctionWords.Modals.Contains(word));
        Add(ref kinds, WordKinds.Outcome, OutcomeWords.Certain.Contains(word));
        Add(ref kinds, WordKinds.DoubtfulOutcome, OutcomeWords.Doubtful.Contains(word));
        Add(ref kinds, WordKinds.Imperative, Verbs.Imperatives.Contains(word));
        Add(ref kinds, WordKinds.Adverb | WordKinds.Prefix, EndsInAdverb(word));
        Add(ref kinds, WordKinds.Adverb, FunctionWords.Adverbs.Contains(word));
        return kinds | IngKind(word);
    }

    public static bool IsParticiple(string word) => ParticipleKind(word) != WordKinds.None;

    private static void Add(ref WordKinds kinds, WordKinds kind, bool applies) => kinds |= applies ? kind : WordKinds.None;

    private static WordKinds ParticipleKind(string word)
    {
        if (IrregularParticiples.Certain.Contains(word))
        {
            return WordKinds.Irregular;
        }

        if (IrregularParticiples.BaseForms.Contains(word))
        {
            return WordKinds.BaseForm;
        }

        if (IrregularParticiples.Ambiguous.Contains(word))
        {
            return WordKinds.Ambiguous;
        }

        return IsRegularParticiple(word) ? WordKinds.Regular : WordKinds.None;
    }

    // Words in -eed are nouns or base forms, but for those that end in -ee before they are inflected.
    private static bool IsRegularParticiple(string word) =>
        word.Length >= 4
        && word.EndsWith("ed", StringComparison.Ordinal)
        && (word[word.Length - 3] == 'e' ? RegularParticiples.InDoubleE.Contains(word) : !RegularParticiples.Lookalikes.Contains(word));

    private static bool EndsInAdverb(string word) =>
        word.Length >= 5 && word.EndsWith("ly", StringComparison.Ordinal) && !FunctionWords.AdverbLookalikes.Contains(word);

    private static WordKinds IngKind(string word)
    {
        if (word.Length < 5 || !word.EndsWith("ing", StringComparison.Ordinal) || IngNouns.All.Contains(word))
        {
            return WordKinds.None;
        }

        var stem = word.Substring(0, word.Length - 3);
        var doubled = stem.Length > 2 && stem[stem.Length - 1] == stem[stem.Length - 2];
        var isKnown = Verbs.IsVerb(stem) || Verbs.IsVerb(stem + "e") || (doubled && Verbs.IsVerb(stem.Substring(0, stem.Length - 1)));
        return isKnown ? WordKinds.Ing : WordKinds.DoubtfulIng;
    }
}
