using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>What decides where an event's members come from.</summary>
internal sealed record IdentityFacts
{
    public required bool IsRecord { get; init; }

    public required bool IsAbstract { get; init; }

    /// <summary>Whether the event has an event type.</summary>
    public required bool IsNamed { get; init; }

    /// <summary>What the base class has; <see langword="null"/> without a base class.</summary>
    public BaseIdentity? Base { get; init; }

    public IdentityMembers Declared { get; init; }

    public IdentityMembers Overridden { get; init; }

    /// <summary>Those of <see cref="Declared"/> that cannot implement the interface.</summary>
    public IdentityMembers Unfit { get; init; }
}

/// <summary>Decides where an event's members come from: the same for the event at hand and for one that it derives from.</summary>
internal static class IdentityRules
{
    /// <summary>Where the base does not resolve, nothing can be said about the interface: the constants alone are generated.</summary>
    public static readonly IdentityModel BaseInError = new()
    {
        EventId = MemberSupply.Keep,
        OccurredAt = MemberSupply.Keep,
        EventType = MemberSupply.Keep,
        EventVersion = MemberSupply.Keep,
    };

    private const IdentityMembers InterfaceMembers =
        IdentityMembers.EventId | IdentityMembers.OccurredAt | IdentityMembers.EventType | IdentityMembers.EventVersion;

    // What DomainEvent offers to an event that gets it as its base.
    private static readonly BaseIdentity GeneratedBase = new()
    {
        IsEvent = true,
        TakesIndex = true,
        EventId = BaseMember.Fixed,
        OccurredAt = BaseMember.Fixed,
        EventType = BaseMember.Abstract,
        EventVersion = BaseMember.Virtual,
    };

    public static IdentityModel Decide(IdentityFacts facts)
    {
        var derives = DerivesFromDomainEvent(facts);
        var inherited = derives ? GeneratedBase : facts.Base ?? BaseIdentity.None;
        var model = new IdentityModel
        {
            DerivesFromDomainEvent = derives,
            Index = derives ? IndexHandover.BaseConstructor : inherited.TakesIndex ? IndexHandover.Body : IndexHandover.None,
            EventId = Stamped(facts, IdentityMembers.EventId, inherited.EventId),
            OccurredAt = Stamped(facts, IdentityMembers.OccurredAt, inherited.OccurredAt),
            EventType = Spoken(facts, IdentityMembers.EventType, inherited.EventType),
            EventVersion = Spoken(facts, IdentityMembers.EventVersion, inherited.EventVersion),
            HidesEventTypeName = inherited.HasEventTypeName,
            HidesEventTypeVersion = inherited.HasEventTypeVersion,
            DeclaresEventTypeName = Has(facts.Declared, IdentityMembers.EventTypeName),
            DeclaresEventTypeVersion = Has(facts.Declared, IdentityMembers.EventTypeVersion),
        };
        return model with { ImplementsInterface = !inherited.IsEvent || RenewsInterface(facts, model) };
    }

    /// <summary>What a type that derives from the event finds there.</summary>
    public static BaseIdentity After(IdentityFacts facts, IdentityModel model, BaseIdentity declared)
    {
        var inherited = model.DerivesFromDomainEvent ? GeneratedBase : declared;
        return new BaseIdentity
        {
            IsEvent = true,
            TakesIndex = inherited.TakesIndex,
            EventId = AfterStamped(model.EventId, inherited.EventId),
            OccurredAt = AfterStamped(model.OccurredAt, inherited.OccurredAt),
            EventType = AfterSpoken(facts, model.EventType, inherited.EventType, Has(facts.Overridden, IdentityMembers.EventType)),
            EventVersion = model.EventVersion switch
            {
                MemberSupply.Keep => inherited.EventVersion,
                MemberSupply.Explicit => BaseMember.Shadowed,
                _ => BaseMember.Virtual,
            },
            HasEventTypeName = inherited.HasEventTypeName || declared.HasEventTypeName
                || (facts.IsNamed && !Has(facts.Declared, IdentityMembers.EventTypeName)),
            HasEventTypeVersion = inherited.HasEventTypeVersion || declared.HasEventTypeVersion
                || (facts.IsNamed && !Has(facts.Declared, IdentityMembers.EventTypeVersion)),
        };
    }

    /// <summary>A member that the user declares without <c>override</c> would hide the base's: then there is no such base.</summary>
    private static bool DerivesFromDomainEvent(IdentityFacts facts) =>
        !facts.IsRecord && facts.Base is null && (facts.Declared & ~facts.Overridden & InterfaceMembers) == 0;

    /// <summary>Id and time: any that there are will do.</summary>
    private static MemberSupply Stamped(IdentityFacts facts, IdentityMembers member, BaseMember inherited)
    {
        if (Has(facts.Declared, member))
        {
            return Has(facts.Unfit, member) && inherited is (BaseMember.Missing or BaseMember.Foreign) ? MemberSupply.Explicit : MemberSupply.Keep;
        }

        return inherited switch
        {
            BaseMember.Missing => MemberSupply.Generate,
            BaseMember.Abstract => MemberSupply.Override,
            BaseMember.Foreign => MemberSupply.Reimplement,
            _ => MemberSupply.Keep,
        };
    }

    /// <summary>Event type and version: each event with a name says its own.</summary>
    private static MemberSupply Spoken(IdentityFacts facts, IdentityMembers member, BaseMember inherited)
    {
        if (Has(facts.Declared, member) && !Has(facts.Unfit, member))
        {
            return MemberSupply.Keep;
        }

        if (!facts.IsNamed && inherited is not (BaseMember.Missing or BaseMember.Foreign)
            && (facts.IsAbstract || inherited != BaseMember.Abstract))
        {
            return MemberSupply.Keep;
        }

        return inherited switch
        {
            BaseMember.Shadowed => MemberSupply.Explicit,
            _ when Has(facts.Unfit, member) => MemberSupply.Explicit,
            BaseMember.Virtual or BaseMember.Abstract => MemberSupply.Override,
            BaseMember.Fixed or BaseMember.Foreign => MemberSupply.Reimplement,
            _ => MemberSupply.Generate,
        };
    }

    private static bool RenewsInterface(IdentityFacts facts, IdentityModel model) =>
        (facts.Declared & ~facts.Overridden & InterfaceMembers) != 0
        || Renews(model.EventId) || Renews(model.OccurredAt) || Renews(model.EventType) || Renews(model.EventVersion);

    private static bool Renews(MemberSupply supply) => supply is MemberSupply.Generate or MemberSupply.Reimplement or MemberSupply.Explicit;

    private static BaseMember AfterStamped(MemberSupply supply, BaseMember inherited) => supply switch
    {
        MemberSupply.Keep => inherited,
        MemberSupply.Override => BaseMember.Virtual,
        MemberSupply.Explicit => BaseMember.Shadowed,
        _ => BaseMember.Fixed,
    };

    private static BaseMember AfterSpoken(IdentityFacts facts, MemberSupply supply, BaseMember inherited, bool isOverridden) => supply switch
    {
        MemberSupply.Keep => isOverridden ? BaseMember.Virtual : inherited,
        MemberSupply.Explicit => BaseMember.Shadowed,
        _ when !facts.IsNamed && facts.IsAbstract => BaseMember.Abstract,
        _ => BaseMember.Virtual,
    };

    private static bool Has(IdentityMembers members, IdentityMembers member) => (members & member) != 0;
}
