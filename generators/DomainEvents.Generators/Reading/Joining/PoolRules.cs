using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>Which events can be used again: those of which the generated part holds everything. DEVT1513 tells of the others.</summary>
internal static class PoolRules
{
    /// <summary>Whether the generated part adds a member of this name.</summary>
    public static bool IsMember(string name) => name is "Rent" or "Return" or "Detach";

    public static bool CanBePooled(EventFacts facts, ConstructorModel? constructor, IdentityModel identity) =>
        constructor is not null
        && !facts.Is(TypeModifiers.Abstract)
        && RenewsIdentity(identity)
        && constructor.Parameters.Items.All(static parameter => parameter is { Property: not null, BaseParameter: null })
        && facts.Members().All(static member => member.Member.Partial is not null)
        && !facts.Parts.Items.Any(static part => part.MemberNames.Items.Any(IsMember));

    /// <summary>A rented event is a new one: its identity must be ours to renew.</summary>
    private static bool RenewsIdentity(IdentityModel identity) => identity.DerivesFromDomainEvent
        || (identity.EventId == MemberSupply.Generate && identity.OccurredAt == MemberSupply.Generate && identity.Index == IndexHandover.None);
}
