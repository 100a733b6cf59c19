using System.Collections.Immutable;
using DomainEvents.Generators.Equality;

namespace DomainEvents.Generators.Dispatch.Model;

/// <summary>A type that the compilation is to be asked about, all of its parts together.</summary>
/// <param name="MetadataName">The name by which the assembly finds it.</param>
/// <param name="Traits">What is worth asking.</param>
internal readonly record struct Candidate(string MetadataName, CandidateTraits Traits)
{
    /// <summary>Joins the parts of each type and sorts, so that the order of files has no say in anything.</summary>
    public static EquatableArray<Candidate> Join(ImmutableArray<Candidate> parts) => new(parts
        .GroupBy(static part => part.MetadataName, StringComparer.Ordinal)
        .OrderBy(static type => type.Key, StringComparer.Ordinal)
        .Select(static type => new Candidate(type.Key, type.Aggregate(CandidateTraits.None, static (all, part) => all | part.Traits))));
}

/// <summary>What the syntax of a type shows. Asking only for what can be there spares binding the rest.</summary>
[Flags]
internal enum CandidateTraits
{
    None = 0,

    /// <summary>It may implement a handler interface.</summary>
    HasBases = 1,

    /// <summary>It may be an event.</summary>
    HasAttributes = 2,

    /// <summary>It may hold handler methods.</summary>
    HasMarkedMethods = 4,
}
