using DomainEvents.Naming;

namespace DomainEvents.Generators.Naming;

/// <summary>The words of a name, each with what it may be in a sentence.</summary>
internal sealed class WordSequence
{
    private readonly string[] texts;
    private readonly WordKinds[] kinds;

    private WordSequence(string[] texts, WordKinds[] kinds, bool hasStrayCapital)
    {
        this.texts = texts;
        this.kinds = kinds;
        HasStrayCapital = hasStrayCapital;
    }

    public int Count => texts.Length;

    public int Last => texts.Length - 1;

    /// <summary>Whether it cannot be told to which word a single capital belongs: <c>IEvent</c>, <c>AUser</c>, <c>PlanB</c>.</summary>
    public bool HasStrayCapital { get; }

    public string this[int index] => texts[index];

    /// <summary><see langword="null"/> where no event type can be made of the words.</summary>
    public static WordSequence? Classify(string typeName, List<NameWord> words)
    {
        if (words.Count == 0 || !IsAscii(typeName))
        {
            return null;
        }

        var shouts = !HasLower(typeName, 0, words[words.Count - 1].End);
        if (shouts && words.Count == 1)
        {
            return null;
        }

        var texts = new string[words.Count];
        var kinds = new WordKinds[words.Count];
        var hasStrayCapital = false;
        for (var i = 0; i < words.Count; i++)
        {
            var word = words[i];
            texts[i] = word.Text;

            // Capitals are an abbreviation: LED is not led, IT not it.
            var isAbbreviation = !shouts && word.End - word.Start > 1 && !HasLower(typeName, word.Start, word.End);
            kinds[i] = isAbbreviation ? WordKinds.None : Vocabulary.KindsOf(word.Text);
            hasStrayCapital |= IsStrayCapital(typeName, word, i);
        }

        return new WordSequence(texts, kinds, hasStrayCapital);
    }

    public bool Is(int index, WordKinds kind) => index >= 0 && index < kinds.Length && (kinds[index] & kind) != 0;

    private static bool IsStrayCapital(string text, NameWord word, int index) =>
        word.Start + 1 < text.Length
        && char.IsUpper(text[word.Start])
        && (word.End - word.Start == 1 || (index == 0 && text[word.Start] is 'A' or 'I' && char.IsUpper(text[word.Start + 1])))
        && (word.End - word.Start == 1 || HasLower(text, word.Start, word.End));

    // Event types are ASCII, and dropping what is not (accents, half a character) would invent a name.
    private static bool IsAscii(string text)
    {
        foreach (var c in text)
        {
            if (c > '\x7f')
            {
                return false;
            }
        }

        return true;
    }

    private static bool HasLower(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (char.IsLower(text[i]))
            {
                return true;
            }
        }

        return false;
    }
}
