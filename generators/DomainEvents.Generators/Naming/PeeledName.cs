using System.Globalization;
using DomainEvents.Naming;

namespace DomainEvents.Generators.Naming;

/// <summary>A type's name less what says only that it is an event, and of which version.</summary>
/// <param name="Words">The words that are left; empty for a name without letters.</param>
/// <param name="HasSuffix">Whether a suffix was peeled.</param>
/// <param name="Version">The version, if one stood in the name.</param>
/// <param name="ConstantName">The part of the name that the words stand in.</param>
internal readonly record struct PeeledName(List<NameWord> Words, bool HasSuffix, int? Version, string ConstantName)
{
    public static PeeledName Peel(string typeName)
    {
        var words = new List<NameWord>();
        NameWord.Split(typeName, 0, typeName.Length, words);
        var count = words.Count;
        var hasSuffix = false;
        int? version = null;
        while (count > 1)
        {
            var last = words[count - 1].Text;
            if (version is null && ParseVersion(last) is { } number)
            {
                version = number;
                count--;
            }
            else if (count > 2 && SuffixWords.Wrappers.Contains(last) && words[count - 2].Text == "event")
            {
                count--;
            }
            else if (SuffixWords.Kinds.Contains(last) || (SuffixWords.Carriers.Contains(last) && TellsOfAnAction(words, count - 1)))
            {
                hasSuffix = true;
                count--;
                while (count > 1 && SuffixWords.Qualifiers.Contains(words[count - 1].Text))
                {
                    count--;
                }
            }
            else
            {
                break;
            }
        }

        var start = 0;
        if (count > 2 && version is null && ParseVersion(words[0].Text) is { } leading)
        {
            version = leading;
            start = 1;
        }

        if (count - start == words.Count)
        {
            return new PeeledName(words, false, null, typeName);
        }

        words = words.GetRange(start, count - start);
        var from = start == 0 ? 0 : words[0].Start;
        return new PeeledName(words, hasSuffix, version, typeName.Substring(from, words[words.Count - 1].End - from));
    }

    /// <summary>Whether a word is a version's number, or tries to be: versions start at 1 and end at what an int holds.</summary>
    public static bool LooksLikeVersion(string word) => word.Length > 1 && word[0] == 'v' && word[1] is >= '0' and <= '9';

    // A message may be the subject, or the object of what somebody did to it: it goes only after what happened to something else.
    private static bool TellsOfAnAction(List<NameWord> words, int count)
    {
        if (count == 2 && NounWords.Actors.Contains(words[0].Text) && Verbs.OnMessages.Contains(words[1].Text))
        {
            return false;
        }

        for (var i = 1; i < count; i++)
        {
            if (Vocabulary.IsParticiple(words[i].Text))
            {
                return true;
            }
        }

        return false;
    }

    private static int? ParseVersion(string word) =>
        LooksLikeVersion(word)
        && int.TryParse(word.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number > 0
            ? number
            : null;
}
