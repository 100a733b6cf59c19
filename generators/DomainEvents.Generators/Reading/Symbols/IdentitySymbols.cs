using DomainEvents.Generators.Reading.Questions;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Reads what a type itself declares of an event's members.</summary>
internal static class IdentitySymbols
{
    public static BaseIdentity Read(INamedTypeSymbol type, BaseIdentity inherited)
    {
        var contract = RuntimeSymbols.FindDomainEventInterface(type);
        return inherited with
        {
            IsEvent = inherited.IsEvent || contract is not null,
            TakesIndex = inherited.TakesIndex || RuntimeSymbols.IsDomainEventBase(type),
            EventId = Read(type, "EventId", inherited.EventId, contract),
            OccurredAt = Read(type, "OccurredAt", inherited.OccurredAt, contract),
            EventType = Read(type, "EventType", inherited.EventType, contract),
            EventVersion = Read(type, "EventVersion", inherited.EventVersion, contract),
            HasEventTypeName = inherited.HasEventTypeName || type.GetMembers("EventTypeName").Any(IsVisible),
            HasEventTypeVersion = inherited.HasEventTypeVersion || type.GetMembers("EventTypeVersion").Any(IsVisible),
        };
    }

    private static BaseMember Read(INamedTypeSymbol type, string name, BaseMember inherited, INamedTypeSymbol? contract)
    {
        foreach (var member in type.GetMembers(name))
        {
            if (IsVisible(member))
            {
                var found = Classify(member, name);
                return found == BaseMember.Foreign && contract is not null && IsImplemented(type, name, contract) ? BaseMember.Shadowed : found;
            }
        }

        return inherited == BaseMember.Missing && contract is not null && IsImplemented(type, name, contract) ? BaseMember.Hidden : inherited;
    }

    /// <summary>What a member of that name is to the interface.</summary>
    public static BaseMember Classify(ISymbol member, string name) => member switch
    {
        not IPropertySymbol { IsStatic: false, GetMethod: not null, DeclaredAccessibility: Accessibility.Public } => BaseMember.Foreign,
        IPropertySymbol property when !HasType(property.Type, name) => BaseMember.Foreign,
        { IsAbstract: true } => BaseMember.Abstract,
        { IsSealed: true } => BaseMember.Fixed,
        { IsVirtual: true } or { IsOverride: true } => BaseMember.Virtual,
        _ => BaseMember.Fixed,
    };

    private static bool HasType(ITypeSymbol type, string name) => name switch
    {
        "EventType" => type.SpecialType == SpecialType.System_String,
        "EventVersion" => type.SpecialType == SpecialType.System_Int32,
        "EventId" => IsSystemType(type, "Guid"),
        _ => IsSystemType(type, "DateTimeOffset"),
    };

    private static bool IsSystemType(ITypeSymbol type, string name) =>
        type.Name == name && type.ContainingNamespace is { Name: "System", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Explicitly, or by an interface other than the contract with its own default.</summary>
    private static bool IsImplemented(INamedTypeSymbol type, string name, INamedTypeSymbol contract) =>
        contract.GetMembers(name).FirstOrDefault() is { } member
        && type.FindImplementationForInterfaceMember(member) is { } implementation
        && !RuntimeSymbols.IsDomainEventInterface(implementation.ContainingType);

    private static bool IsVisible(ISymbol member) => member.DeclaredAccessibility != Accessibility.Private;
}
