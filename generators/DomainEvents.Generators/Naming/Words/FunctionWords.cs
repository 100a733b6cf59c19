namespace DomainEvents.Generators.Naming;

/// <summary>The small words that hold a sentence together, by what they do to the action beside them.</summary>
internal static class FunctionWords
{
    public static readonly HashSet<string> Articles = WordList.Parse(
        """
        a an the
        """);

    /// <summary>First words that place a reaction in time.</summary>
    public static readonly HashSet<string> Leads = WordList.Parse(
        """
        after before on when whenever
        """);

    public static readonly HashSet<string> Particles = WordList.Parse(
        """
        aboard ahead along apart around aside away back by down forward in off on out over through together up
        """);

    /// <summary>Particles that are adverbs: what follows them directly is no object of theirs.</summary>
    public static readonly HashSet<string> Directions = WordList.Parse(
        """
        ahead apart aside away back down forward off out over together up
        """);

    public static readonly HashSet<string> Prepositions = WordList.Parse(
        """
        about above across after against among as at because before behind below beneath beside between beyond despite
        due during for from inside into near of onto outside past per since than to toward towards under until upon
        via with within without
        """);

    /// <summary>Prepositions that tell a state without a verb before them.</summary>
    public static readonly HashSet<string> Places = WordList.Parse(
        """
        above behind below beneath beyond near outside over past under within without
        """);

    /// <summary>Adverbs that follow a participle and do not end in -ly.</summary>
    public static readonly HashSet<string> Adverbs = WordList.Parse(
        """
        abroad afterwards again alone anew early elsewhere externally here indoors late later live longer midway never
        offline once online outdoors overnight soon sooner today together tomorrow twice upfront yesterday
        """);

    /// <summary>Words in -ly that are nouns, adjectives or verbs.</summary>
    public static readonly HashSet<string> AdverbLookalikes = WordList.Parse(
        """
        ally anomaly apply assembly belly biweekly bully butterfly comply costly daily deadly disassembly disorderly
        doily dragonfly early elderly family firefly folly friendly gully hilly holly holy homely hourly imply italy
        jelly jolly july kelly likely lily lively lonely lovely melancholy molly monopoly monthly multiply nightly
        oligopoly only orderly poly quarterly rally rely reply resupply sally scholarly silly sly smelly subassembly
        subfamily supply tally timely ugly underbelly unfriendly unlikely weekly worldly yearly
        """);

    public static readonly HashSet<string> Prefixes = WordList.Parse(
        """
        already also always auto bulk de hard never non not pre re soft un
        """);

    public static readonly HashSet<string> DoubtfulPrefixes = WordList.Parse(
        """
        almost co cross dis double fast first force just last mass mis newly once self twice
        """);

    public static readonly HashSet<string> Auxiliaries = WordList.Parse(
        """
        are be been being did does get gets got had has have is was were
        """);

    public static readonly HashSet<string> Modals = WordList.Parse(
        """
        can cannot could may might must shall should will would
        """);
}
