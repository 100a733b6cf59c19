using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>The parts of one type that may be an event, in the order of their files' paths and then of their text.</summary>
internal sealed record EventParts(string Key, EquatableArray<TypePart> Parts)
{
    /// <summary>Joins parts by name over files and keeps the types that bear an attribute called like ours.</summary>
    public static ImmutableArray<EventParts> Join(ImmutableArray<TypePart> parts, ReadingContext context)
    {
        if (!context.HasRuntime)
        {
            return [];
        }

        var joined = new Dictionary<string, List<TypePart>>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            foreach (var attribute in part.Attributes)
            {
                if (context.MayBe(attribute, KnownAttributes.DomainEvent))
                {
                    joined[part.Key] = [];
                    break;
                }
            }
        }

        var keys = new List<string>(joined.Count);
        foreach (var part in parts)
        {
            if (joined.TryGetValue(part.Key, out var members))
            {
                if (members.Count == 0)
                {
                    keys.Add(part.Key);
                }

                members.Add(part);
            }
        }

        var events = ImmutableArray.CreateBuilder<EventParts>(keys.Count);
        foreach (var key in keys)
        {
            var members = joined[key];
            events.Add(new EventParts(key, new EquatableArray<TypePart>(members.Count == 1
                ? members
                : members.OrderBy(static part => part.FilePath, StringComparer.Ordinal))));
        }

        return events.MoveToImmutable();
    }
}
