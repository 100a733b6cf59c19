namespace DomainEvents.Generators.Naming;

/// <summary>Exceptions to the rule that a word in -ed is a participle.</summary>
internal static class RegularParticiples
{
    /// <summary>Participles in -eed: the verb ends in -ee.</summary>
    public static readonly HashSet<string> InDoubleE = WordList.Parse(
        """
        agreed decreed disagreed filigreed freed guaranteed pedigreed peed refereed teed treed
        """);

    /// <summary>Words in -ed that are no participles.</summary>
    public static readonly HashSet<string> Lookalikes = WordList.Parse(
        """
        abed ahmed aled alfred bed biped bobsled bred coed cred embed fed flatbed fred greed hatred hotbed hundred
        infrared jared kindred led manfred med moped naked ned newlywed newsfed oved pred purebred quadruped red
        roadbed rugged sacred seabed seedbed shed shred sled sped ted testbed thoroughbred toolshed waterbed watershed
        wed wicked wilfred winifred woodshed wretched zed
        """);

    /// <summary>Participles that before a noun tell the form of a record, not what happened to it.</summary>
    public static readonly HashSet<string> OfRepresentations = WordList.Parse(
        """
        abstracted accumulated aggregated annotated archived based batched buffered cached committed compacted
        compressed computed consumed correlated decorated deferred derived deserialized detailed dispatched encoded
        encrypted enhanced enriched enveloped expanded extended filtered flattened formatted generated grouped handled
        hydrated indexed inherited keyed localized logged mapped materialized merged mixed named nested nullified
        numbered ordered packed parsed persisted prioritized projected queued raised raw recorded related replayed
        resolved scoped sequenced serialized shared signed simplified sourced staged stamped standardized stored
        streamed structured tagged timed timestamped traced tracked transformed translated typed untyped versioned
        wrapped
        """);
}
