using DomainEvents.Generators.Naming;

namespace DomainEvents.Analyzers.Naming;

/// <summary>Forms the past participle of a verb.</summary>
internal static class PastParticiple
{
    private static readonly Dictionary<string, string> s_irregular = Parse(
        """
        begin begun bind bound break broken bring brought build built buy bought catch caught choose chosen do done draw drawn drive driven
        eat eaten fall fallen feed fed fight fought find found fly flown forget forgotten freeze frozen get gotten give given go gone grow
        grown hear heard hide hidden hold held keep kept know known lay laid lead led leave left lend lent lose lost make made meet met
        overwrite overwritten pay paid prepay prepaid rebuild rebuilt repay repaid resend resent rewrite rewritten ride ridden ring rung
        rise risen see seen sell sold send sent shake shaken show shown shrink shrunk sing sung sink sunk sleep slept speak spoken spend
        spent spin spun stand stood steal stolen stick stuck strike struck swing swung take taken teach taught tear torn tell told think
        thought throw thrown undergo undergone understand understood undo undone wake woken wear worn win won withdraw withdrawn withhold
        withheld write written
        """);

    // Verbs of two syllables with the stress on the second, which double their last letter.
    private static readonly HashSet<string> s_doubling = new(StringComparer.Ordinal)
    {
        "admit", "cancel", "commit", "compel", "control", "defer", "infer", "occur", "omit", "permit", "prefer", "recur", "refer",
        "resubmit", "submit", "transfer", "transmit", "unban", "unplug",
    };

    /// <summary>The participle of a verb in lower case; <see langword="null"/> for a word that is no verb.</summary>
    public static string? Of(string verb)
    {
        if (s_irregular.TryGetValue(verb, out var irregular))
        {
            return irregular;
        }

        if (!Verbs.IsVerb(verb) || Vocabulary.IsParticiple(verb))
        {
            return null;
        }

        var last = verb[verb.Length - 1];
        return last switch
        {
            'e' => verb + "d",
            'y' when !IsVowel(verb[verb.Length - 2]) => verb.Substring(0, verb.Length - 1) + "ied",
            _ when DoublesLast(verb) => verb + last + "ed",
            _ => verb + "ed",
        };
    }

    // One syllable, and a single vowel before the last consonant: ship, but not wait or fix.
    private static bool DoublesLast(string verb) =>
        s_doubling.Contains(verb)
        || (verb.Length >= 3
            && verb[verb.Length - 1] is not ('w' or 'x' or 'y')
            && !IsVowel(verb[verb.Length - 1])
            && IsVowel(verb[verb.Length - 2])
            && verb.Count(IsVowel) == 1);

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';

    private static Dictionary<string, string> Parse(string pairs)
    {
        var words = pairs.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var i = 0; i < words.Length; i += 2)
        {
            result.Add(words[i], words[i + 1]);
        }

        return result;
    }
}
