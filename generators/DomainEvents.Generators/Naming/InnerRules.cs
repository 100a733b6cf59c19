namespace DomainEvents.Generators.Naming;

/// <summary>The rules that guess: a verb before its object, with or without somebody before it.</summary>
internal static class InnerRules
{
    public static ActionMatch? Find(WordSequence words, int start)
    {
        if (words.Last == start || words.Is(start, WordKinds.Imperative) || PeeledName.LooksLikeVersion(words[words.Last]))
        {
            return null;
        }

        if (NounWords.Heads.Contains(words[words.Last]))
        {
            return FindIngFirst(words, start);
        }

        return FindInner(words, start) ?? FindFirst(words, start) ?? FindIngFirst(words, start) ?? FindIng(words, start) ?? FindPlace(words, start);
    }

    /// <summary>Somebody asked for something that looks like a participle: the user's request for a password reset.</summary>
    public static ActionMatch? FindInstructed(WordSequence words, int start, int end)
    {
        for (var i = start + 1; i < end - 1; i++)
        {
            if (words.Is(i, WordKinds.Imperative))
            {
                return new ActionMatch(NameRule.Inner, false, start, i, i, words.Count);
            }
        }

        return null;
    }

    public static bool HasVerb(WordSequence words, int start, int end)
    {
        for (var i = start + 1; i < end; i++)
        {
            if (words.Is(i, WordKinds.Regular | WordKinds.Irregular))
            {
                return true;
            }
        }

        return false;
    }

    // The user changed the password. A participle right after another one describes: deleted | shared folder.
    private static ActionMatch? FindInner(WordSequence words, int start)
    {
        var first = words.Is(start, WordKinds.Regular | WordKinds.Irregular) ? start + 2 : start + 1;
        if (OwnerWords.Placeholders.Contains(words[start]))
        {
            return null;
        }

        for (var i = first; i < words.Last; i++)
        {
            var isActorsVerb = words.Is(i, WordKinds.BaseForm) && i == start + 1 && NounWords.Actors.Contains(words[start]);
            if (isActorsVerb || words.Is(i, WordKinds.Regular | WordKinds.Irregular))
            {
                var action = ActionFinder.ActionStart(words, start, i, out _);
                return new ActionMatch(NameRule.Inner, false, start, action, action, words.Count);
            }
        }

        return null;
    }

    // Deleted user. What describes a representation is no action: serialized order.
    private static ActionMatch? FindFirst(WordSequence words, int start) =>
        words.Is(start, WordKinds.Regular | WordKinds.Irregular) && !RegularParticiples.OfRepresentations.Contains(words[start])
            ? new ActionMatch(NameRule.ParticipleFirst, false, start + 1, words.Count, start, start + 1)
            : null;

    // Validating the cart. Adding to the cart has no object: all of it is the action.
    private static ActionMatch? FindIngFirst(WordSequence words, int start)
    {
        if (!words.Is(start, WordKinds.Ing))
        {
            return null;
        }

        return words.Is(start + 1, WordKinds.Preposition | WordKinds.Particle)
            ? new ActionMatch(NameRule.IngFirst, false, start, start, start, words.Count)
            : new ActionMatch(NameRule.IngFirst, false, start + 1, words.Count, start, start + 1);
    }

    // The order, awaiting payment.
    private static ActionMatch? FindIng(WordSequence words, int start)
    {
        for (var i = start + 1; i < words.Last; i++)
        {
            if (words.Is(i, WordKinds.Ing))
            {
                var action = ActionFinder.ActionStart(words, start, i, out _);
                return new ActionMatch(NameRule.Inner, false, start, action, action, words.Count);
            }
        }

        return null;
    }

    // Out of stock, below threshold: where a subject is, without a verb.
    private static ActionMatch? FindPlace(WordSequence words, int start)
    {
        for (var i = start + 1; i < words.Last; i++)
        {
            if (FunctionWords.Places.Contains(words[i]) || (words[i] is "out" && words[i + 1] is "of") || (words[i] is "no" && words[i + 1] is "longer"))
            {
                return new ActionMatch(NameRule.Inner, false, start, i, i, words.Count);
            }
        }

        return null;
    }
}
