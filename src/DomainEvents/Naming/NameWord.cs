namespace DomainEvents.Naming;

/// <summary>One word of an identifier in Pascal, camel, snake or kebab case, and where it stands.</summary>
/// <param name="Start">The index of its first character in the text.</param>
/// <param name="End">The index after its last.</param>
/// <param name="Text">The word in lower case.</param>
internal readonly record struct NameWord(int Start, int End, string Text)
{
    // Words that start with a numeral and follow another word without a sign: User2FAEnabled, Model3DUploaded.
    private static readonly string[] NumeralTails = ["FA", "D", "DS", "G", "K"];

    /// <summary>
    /// Adds the words between two indices: a run of capitals is a word (<c>HTTPRequest</c>), digits belong to the word before
    /// them (<c>S3Bucket</c>, <c>B2BOrder</c>), a lone capital to the word after it (<c>OAuth</c>).
    /// </summary>
    public static void Split(string text, int start, int end, List<NameWord> words)
    {
        var i = start;
        while (i < end)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            var wordEnd = EndOfWord(text, i, end);
            if (IsLoneCapital(text, i, wordEnd, end, words.Count > 0))
            {
                wordEnd = EndOfWord(text, wordEnd, end);
            }

            words.Add(new NameWord(i, wordEnd, text.Substring(i, wordEnd - i).ToLowerInvariant()));
            i = wordEnd;
        }
    }

    private static int EndOfWord(string text, int start, int end)
    {
        var hasLower = char.IsLower(text[start]);
        var i = start + 1;
        while (i < end && char.IsLetterOrDigit(text[i]))
        {
            var current = text[i];
            if (char.IsUpper(current) && (hasLower || (StartsWord(text, i, end) && !IsPluralOfCapitals(text, i, end))))
            {
                break;
            }

            if (IsDigit(current) && char.IsLower(text[i - 1]) && StartsNumeralWord(text, i, end))
            {
                break;
            }

            hasLower |= char.IsLower(current);
            i++;
        }

        return i;
    }

    private static bool StartsWord(string text, int upper, int end) => upper + 1 < end && char.IsLower(text[upper + 1]);

    // The "Ds" of "IDs" and the "Ls" of "URLs" belong to the capitals before; "Is", "As" and "Us" are words.
    private static bool IsPluralOfCapitals(string text, int upper, int end) =>
        text[upper + 1] == 's'
        && text[upper] is not ('A' or 'I' or 'U')
        && (upper + 2 == end || !char.IsLower(text[upper + 2]));

    private static bool StartsNumeralWord(string text, int digit, int end)
    {
        while (digit < end && IsDigit(text[digit]))
        {
            digit++;
        }

        foreach (var tail in NumeralTails)
        {
            var after = digit + tail.Length;
            if (after <= end
                && string.CompareOrdinal(text, digit, tail, 0, tail.Length) == 0
                && (after == end || (char.IsUpper(text[after]) && StartsWord(text, after, end))))
            {
                return true;
            }
        }

        return false;
    }

    // Before a participle a capital is more often the end of what stands before it: VitaminDAdded, PlanBActivated.
    private static bool IsLoneCapital(string text, int start, int wordEnd, int end, bool followsWord)
    {
        if (wordEnd - start != 1 || !char.IsUpper(text[start]) || wordEnd >= end || !char.IsUpper(text[wordEnd]))
        {
            return false;
        }

        var nextEnd = EndOfWord(text, wordEnd, end);
        return !followsWord || nextEnd - wordEnd < 4 || text[nextEnd - 1] != 'd' || text[nextEnd - 2] != 'e';
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
