namespace DomainEvents.Generators.Naming;

/// <summary>Finds the action in the words of a name: the rules in order of trust, the first that fits.</summary>
internal static class ActionFinder
{
    /// <param name="hasSuffix">Whether the name said that it is an event: a lone participle before it may describe the event.</param>
    public static ActionMatch? Find(WordSequence words, bool hasSuffix)
    {
        if (hasSuffix && words.Count == 1 && DescribesEvent(words))
        {
            return null;
        }

        var hasLead = words.Count > 1 && FunctionWords.Leads.Contains(words[0]);
        var start = hasLead ? 1 : 0;
        var found = FindFrom(words, start) ?? (hasLead ? FindInstruction(words, start) : null);
        if (found is not { } match)
        {
            return null;
        }

        // "On" and "when" belong to the reaction, not to what happened.
        var isTime = hasLead && words[0] is "before" or "after";
        var isSure = match.IsSure && hasLead == isTime && !words.HasStrayCapital && !SoundsLikeCommand(words, match) && !SoundsLikeFigure(words, match);
        return match with { Lead = isTime ? words[0] : null, IsSure = isSure };
    }

    // A stored event, a reset event, a repeating event: what kind of event it is, not what happened.
    private static bool DescribesEvent(WordSequence words) =>
        RegularParticiples.OfRepresentations.Contains(words[0])
        || words.Is(0, WordKinds.BaseForm | WordKinds.Ambiguous | WordKinds.Ing | WordKinds.DoubtfulIng);

    // Ask the user to log out; but that adding the resource was rejected is a fact.
    private static bool SoundsLikeCommand(WordSequence words, ActionMatch match)
    {
        if (match.DomainEnd - match.DomainStart < 2 || !words.Is(match.DomainStart, WordKinds.Imperative))
        {
            return false;
        }

        var endsInParticiple = match.ActionEnd == words.Count && words.Is(words.Last, WordKinds.Regular | WordKinds.Irregular);
        return !endsInParticiple || match.Rule is not (NameRule.Regular or NameRule.Irregular) || Verbs.Reactions.Contains(words[match.DomainStart]);
    }

    // The cost of goods sold, the number of orders placed: what the goods went through, not what happened to the cost.
    private static bool SoundsLikeFigure(WordSequence words, ActionMatch match) =>
        match.ActionEnd == words.Count
        && match.ActionStart - match.DomainStart > 2
        && words[match.ActionStart - 2] == "of"
        && words[match.ActionStart - 1].EndsWith("s", StringComparison.Ordinal)
        && !words[match.ActionStart - 1].EndsWith("ss", StringComparison.Ordinal);

    private static ActionMatch? FindFrom(WordSequence words, int start) =>
        FindModal(words, start)
        ?? ParticipleRules.FindExtended(words, start)
        ?? ParticipleRules.FindLast(words, start)
        ?? FindIng(words, start)
        ?? FindState(words, start)
        ?? FindOutcome(words, start)
        ?? InnerRules.Find(words, start);

    // The order can be removed: from the modal verb on, all says what is possible, not what is.
    private static ActionMatch? FindModal(WordSequence words, int start)
    {
        for (var i = start + 1; i < words.Last; i++)
        {
            // Will and can are nouns too: they are surely verbs only before certain words.
            var isSure = words[i + 1] is "be" or "have" or "not" || words[i] is "cannot" or "could" or "should" or "must";
            if (words.Is(i, WordKinds.Modal) && (isSure || (i + 1 == words.Last && Verbs.IsVerb(words[i + 1]))))
            {
                return new ActionMatch(NameRule.Auxiliary, isSure, start, i, i, words.Count, KeepsAuxiliaries: true);
            }
        }

        return null;
    }

    private static ActionMatch? FindIng(WordSequence words, int start)
    {
        if (!words.Is(words.Last, WordKinds.Ing | WordKinds.DoubtfulIng))
        {
            return null;
        }

        var action = ActionStart(words, start, words.Last, out var isSure);
        return new ActionMatch(NameRule.Ing, isSure && words.Is(words.Last, WordKinds.Ing), start, action, action, words.Count);
    }

    private static ActionMatch? FindState(WordSequence words, int start)
    {
        for (var i = start + 1; i < words.Last; i++)
        {
            if (words.Is(i, WordKinds.Auxiliary))
            {
                var isBeing = words[i] is "was" or "were" or "is" or "are" or "been";
                return new ActionMatch(NameRule.Auxiliary, isBeing, start, i, isBeing ? i + 1 : i, words.Count, KeepsAuxiliaries: !isBeing);
            }
        }

        return null;
    }

    private static ActionMatch? FindOutcome(WordSequence words, int start)
    {
        // An unhandled exception is an exception, not the outcome of something unhandled.
        var describes = words.Is(words.Last - 1, WordKinds.Regular | WordKinds.Irregular) && !words.Is(words.Last, WordKinds.Outcome);
        if (!words.Is(words.Last, WordKinds.Outcome | WordKinds.DoubtfulOutcome) || words.Last == start || describes)
        {
            return null;
        }

        var action = ActionStart(words, start, words.Last, out var isSure);
        isSure &= words.Is(words.Last, WordKinds.Outcome) && !InnerRules.HasVerb(words, start, action);
        return new ActionMatch(NameRule.Outcome, isSure, start, action, action, words.Count);
    }

    // Hooks are named by the base form: before the order's save.
    private static ActionMatch? FindInstruction(WordSequence words, int start) =>
        words.Last > start && words.Is(words.Last, WordKinds.Imperative)
            ? new ActionMatch(NameRule.Inner, false, start, words.Last, words.Last, words.Count)
            : null;

    /// <summary>Where the action starts, given its verb: words like not, soft and been before it belong to it.</summary>
    internal static int ActionStart(WordSequence words, int start, int verb, out bool isSure)
    {
        isSure = true;
        var action = verb;
        if (action > start + 1 && VerbCompounds.Makes(words[action - 1], words[action]))
        {
            // The item gift may have been wrapped, too.
            action--;
            isSure = false;
        }

        while (action > start)
        {
            if (words.Is(action - 1, WordKinds.Prefix | WordKinds.DoubtfulPrefix | WordKinds.Auxiliary))
            {
                action--;
                isSure &= words.Is(action, WordKinds.Prefix | WordKinds.Auxiliary);
            }
            else if (action > start + 1 && words[action - 1] == "longer" && words[action - 2] == "no")
            {
                action -= 2;
            }
            else
            {
                break;
            }
        }

        return action;
    }
}
