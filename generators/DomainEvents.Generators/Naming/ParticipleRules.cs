namespace DomainEvents.Generators.Naming;

/// <summary>The rules for names with a participle as their verb, at the end or followed by what completes it.</summary>
internal static class ParticipleRules
{
    /// <summary>A participle and all that follows, where the word after it completes it: added to cart, logged in, paid twice.</summary>
    public static ActionMatch? FindExtended(WordSequence words, int start)
    {
        for (var i = start; i < words.Last; i++)
        {
            var follower = RuleOfFollower(words, i, start);
            if (follower == NameRule.None)
            {
                continue;
            }

            var endsInVerb = words.Last > i + 1 && IsVerb(words, words.Last, start);

            // A run is a thing, but what has run out, has run.
            var isSure = !words.Is(i, WordKinds.Ambiguous) || FunctionWords.Directions.Contains(words[i + 1]);
            isSure &= !TakesObject(words, i);
            if (endsInVerb && !LeadsToState(words, i, ref isSure))
            {
                // The cut-off time was changed, the built-in role deleted: the extended verb is part of the subject.
                if (words.Is(i, WordKinds.BaseForm | WordKinds.Ambiguous))
                {
                    continue;
                }

                var match = i == start ? FindLast(words, start) : Extended(words, start, i, follower, false);
                return match is { } guess ? guess with { IsSure = false } : null;
            }

            return Extended(words, start, i, follower, isSure);
        }

        return null;
    }

    /// <summary>A participle that ends the name.</summary>
    public static ActionMatch? FindLast(WordSequence words, int start)
    {
        var verb = words.Last;
        if (!IsVerb(words, verb, start))
        {
            return null;
        }

        var action = ActionFinder.ActionStart(words, start, verb, out var isSure);
        isSure &= !words.Is(verb, WordKinds.Ambiguous);

        // Two participles in a row: which of them is the verb?
        isSure &= !words.Is(action - 1, WordKinds.Regular | WordKinds.Irregular) || action == start;

        var rule = words.Is(verb, WordKinds.Regular) ? NameRule.Regular : NameRule.Irregular;
        if (rule == NameRule.Irregular && words.Is(verb, WordKinds.BaseForm) && InnerRules.FindInstructed(words, start, action) is { } instructed)
        {
            return instructed;
        }

        // The check-in failed, but the item was back ordered.
        if (action > start + 1 && words.Is(action - 1, WordKinds.Particle) && !Verbs.Phrasal.Contains(words[action - 2]))
        {
            action--;
            isSure = false;
        }

        return new ActionMatch(rule, isSure, start, action, action, words.Count);
    }

    /// <summary>Whether the word is a participle here: a result set is not set, and what is on the left has not left.</summary>
    public static bool IsVerb(WordSequence words, int index, int start)
    {
        if (!words.Is(index, WordKinds.Participle))
        {
            return false;
        }

        return index == start || !NounPhrases.Makes(words[index - 1], words[index]);
    }

    private static NameRule RuleOfFollower(WordSequence words, int verb, int start)
    {
        if (!IsVerb(words, verb, start))
        {
            var isState = verb > start && OutcomeWords.WithObject.Contains(words[verb]) && words.Is(verb + 1, WordKinds.Preposition);
            return isState ? NameRule.Prepositional : NameRule.None;
        }

        var becomes = verb + 1 == words.Last && Verbs.Linking.Contains(words[verb]);
        if (words.Is(verb + 1, WordKinds.Adverb) || (becomes && words.Is(verb + 1, WordKinds.Outcome | WordKinds.DoubtfulOutcome)))
        {
            return NameRule.Adverb;
        }

        if (words.Is(verb + 1, WordKinds.Particle))
        {
            return NameRule.Phrasal;
        }

        if (words.Is(verb + 1, WordKinds.Preposition))
        {
            return NameRule.Prepositional;
        }

        // Created and confirmed: one action.
        return words[verb + 1] is "and" or "or" or "but" && words.Is(verb + 2, WordKinds.Participle) && verb + 2 == words.Last
            ? NameRule.Prepositional
            : NameRule.None;
    }

    // Signed up, signed up with a code; but an object right after the particle makes it one of several readings.
    private static bool TakesObject(WordSequence words, int verb) =>
        verb + 2 <= words.Last
        && (words.Is(verb + 1, WordKinds.Adverb) || FunctionWords.Directions.Contains(words[verb + 1]))
        && !words.Is(verb + 2, WordKinds.Preposition | WordKinds.Particle | WordKinds.Adverb);

    // Changed to paid, marked as read, created and confirmed: the last participle is what the first one led to.
    private static bool LeadsToState(WordSequence words, int verb, ref bool isSure)
    {
        if (words[verb + 1] is not ("to" or "from" or "as" or "into" or "and" or "or" or "but"))
        {
            return false;
        }

        var isOneWord = verb + 2 == words.Last;
        var isTransition = Verbs.Transitions.Contains(words[verb]);
        isSure &= isOneWord || words[words.Last] is not ("failed" or "rejected" or "requested");
        return isOneWord || isTransition;
    }

    private static ActionMatch Extended(WordSequence words, int start, int verb, NameRule rule, bool isSure)
    {
        var action = ActionFinder.ActionStart(words, start, verb, out var isSurePrefix);
        return new ActionMatch(rule, isSure && isSurePrefix, start, action, action, words.Count);
    }
}
