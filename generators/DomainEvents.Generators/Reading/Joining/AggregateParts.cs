using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>The classes of a compilation that may be aggregates.</summary>
internal static class AggregateParts
{
    /// <summary>Each class once, whichever of its parts bears the attribute, and the same whatever the order of the files.</summary>
    public static EquatableArray<AggregatePart> Join(ImmutableArray<AggregatePart> parts, ReadingContext context) => !context.HasRuntime
        ? default
        : new EquatableArray<AggregatePart>(parts
            .GroupBy(static part => part.Key, StringComparer.Ordinal)
            .Select(static same => same.OrderBy(static part => part.Opening, StringComparer.Ordinal).First())
            .OrderBy(static part => part.Key, StringComparer.Ordinal));
}
