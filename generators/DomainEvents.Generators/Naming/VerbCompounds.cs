namespace DomainEvents.Generators.Naming;

/// <summary>Pairs of words that are one verb, though the first alone is a thing: gift wrapped, factory reset.</summary>
internal static class VerbCompounds
{
    public static bool Makes(string before, string participle) => participle switch
    {
        "balanced" => before is "load",
        "boxed" => before is "time",
        "bred" => before is "cross",
        "built" or "made" => before is "custom" or "hand",
        "checked" => before is "fact" or "sanity" or "spell",
        "cleaned" => before is "deep" or "dry" or "steam",
        "clicked" => before is "right",
        "coded" => before is "bar" or "color" or "colour" or "geo",
        "delivered" => before is "hand",
        "dried" => before is "air" or "freeze" or "sun",
        "fenced" or "located" or "tagged" => before is "geo",
        "flagged" => before is "red",
        "frozen" => before is "flash",
        "funded" or "sourced" => before is "crowd",
        "lettered" => before is "dead",
        "lit" => before is "green",
        "linked" => before is "deep",
        "listed" => before is "allow" or "black" or "block" or "deny" or "grey" or "short" or "wait" or "white",
        "loaded" => before is "lazy" or "side",
        "locked" => before is "dead" or "grid",
        "marked" => before is "bench" or "book" or "water",
        "packed" or "sealed" => before is "shrink" or "vacuum",
        "patched" or "plugged" or "swapped" => before is "hot",
        "picked" => before is "cherry" or "hand",
        "printed" => before is "finger",
        "reset" => before is "factory",
        "shipped" => before is "drop",
        "signed" => before is "code" or "counter",
        "sixed" => before is "eighty",
        "stamped" => before is "date" or "rubber" or "time",
        "tested" => before is "beta" or "load" or "smoke" or "stress",
        "tuned" => before is "fine",
        "wrapped" => before is "bubble" or "gift" or "shrink",
        _ => false,
    };
}
