namespace DomainEvents.Generators.Naming;

/// <summary>What told the action of a type's name from its subject.</summary>
internal enum NameRule
{
    /// <summary>Nothing did: no name is inferred.</summary>
    None,

    /// <summary>A participle in -ed ends the name.</summary>
    Regular,

    /// <summary>An irregular participle ends the name: sent, paid, found.</summary>
    Irregular,

    /// <summary>A participle with its particle: logged in, timed out.</summary>
    Phrasal,

    /// <summary>A participle and what a preposition adds to it: added to cart.</summary>
    Prepositional,

    /// <summary>A participle and an adverb after it: completed successfully.</summary>
    Adverb,

    /// <summary>A verb in -ing ends the name: starting.</summary>
    Ing,

    /// <summary>What follows was, is or has been, where no participle does; what follows a modal verb.</summary>
    Auxiliary,

    /// <summary>A word for an outcome or a state ends the name: complete, ready, timeout.</summary>
    Outcome,

    /// <summary>The participle comes first and its object after it.</summary>
    ParticipleFirst,

    /// <summary>Somebody did something to an object: subject, verb, object.</summary>
    Inner,

    /// <summary>A verb in -ing comes first and its object after it.</summary>
    IngFirst,

    /// <summary>The name has an action only; containing type or namespace supply the subject.</summary>
    Owner,
}
