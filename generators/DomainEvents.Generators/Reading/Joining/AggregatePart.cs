using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>A class that bears an attribute called like <c>[Aggregate]</c>: what its generated part repeats.</summary>
internal sealed record AggregatePart(string Key, string Opening, string Identifier, string Name, string TypeParameters)
{
    /// <summary>Each class once, whichever of its parts bears the attribute, and the same whatever the order of the files.</summary>
    public static EquatableArray<AggregatePart> Join(ImmutableArray<TypePart> parts, ReadingContext context)
    {
        if (!context.HasRuntime)
        {
            return default;
        }

        var marked = new List<AggregatePart>();
        foreach (var part in parts)
        {
            if (!part.IsUnreachable && IsMarked(part, context))
            {
                marked.Add(new AggregatePart(part.Key, part.Surroundings.Opening, part.Identifier, part.Name, part.TypeParameters));
            }
        }

        return new EquatableArray<AggregatePart>(marked
            .GroupBy(static part => part.Key, StringComparer.Ordinal)
            .Select(static same => same.OrderBy(static part => part.Opening, StringComparer.Ordinal).First())
            .OrderBy(static part => part.Key, StringComparer.Ordinal));
    }

    // All parts of a project pass here after each edit of one: no LINQ.
    private static bool IsMarked(TypePart part, ReadingContext context)
    {
        foreach (var attribute in part.Attributes)
        {
            if (context.MayBe(attribute, KnownAttributes.Aggregate))
            {
                return true;
            }
        }

        return false;
    }
}
