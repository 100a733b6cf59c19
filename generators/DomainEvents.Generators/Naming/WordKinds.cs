namespace DomainEvents.Generators.Naming;

/// <summary>What a word may be in the sentence that an event's name is.</summary>
[Flags]
internal enum WordKinds
{
    None = 0,

    /// <summary>A participle in -ed.</summary>
    Regular = 1 << 0,

    /// <summary>An irregular participle or past form that is nothing else: sent.</summary>
    Irregular = 1 << 1,

    /// <summary>A participle that is the verb's base form too: reset.</summary>
    BaseForm = 1 << 2,

    /// <summary>A participle that is as often a noun: run, cost, bid.</summary>
    Ambiguous = 1 << 3,

    Participle = Regular | Irregular | BaseForm | Ambiguous,

    /// <summary>In, out, up: makes a phrasal verb.</summary>
    Particle = 1 << 4,

    /// <summary>To, from, as.</summary>
    Preposition = 1 << 5,

    /// <summary>Successfully, again.</summary>
    Adverb = 1 << 6,

    /// <summary>Joins the action that it stands before: not, soft, auto.</summary>
    Prefix = 1 << 7,

    /// <summary>The same, but often enough part of the subject: force, mass.</summary>
    DoubtfulPrefix = 1 << 8,

    /// <summary>Was, has, been: says nothing.</summary>
    Auxiliary = 1 << 9,

    /// <summary>Can, must, will.</summary>
    Modal = 1 << 10,

    /// <summary>The -ing form of a common verb.</summary>
    Ing = 1 << 11,

    /// <summary>A word in -ing that may be verb or noun.</summary>
    DoubtfulIng = 1 << 12,

    /// <summary>An outcome or state that is hardly ever a thing: complete, ready.</summary>
    Outcome = 1 << 13,

    /// <summary>An outcome that may be a thing: start, error, checkout.</summary>
    DoubtfulOutcome = 1 << 14,

    /// <summary>A verb that as a first word gives an order: create, send.</summary>
    Imperative = 1 << 15,
}
