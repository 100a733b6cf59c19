using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Reading.Questions;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>
/// Where an event's id and time are read and set. What the generator adds cannot be seen here: it is what no class of the user's has.
/// </summary>
/// <param name="Declared">The property, where one is declared in source or in a reference.</param>
/// <param name="IsSettable">Whether an object initialiser can set it.</param>
/// <param name="IsNamed">Whether it is a member of the class, and not of the interface alone.</param>
internal readonly record struct IdentityProperty(IPropertySymbol? Declared, bool IsSettable, bool IsNamed)
{
    /// <summary>Its names, and the type of each.</summary>
    public static readonly (string Name, JsonValueModel Value)[] All =
    [
        ("EventId", new JsonValueModel(JsonValueKind.Text, "global::System.Guid", "Guid")),
        ("OccurredAt", new JsonValueModel(JsonValueKind.Text, "global::System.DateTimeOffset", "DateTimeOffset")),
    ];

    private static readonly IdentityProperty s_generated = new(null, IsSettable: true, IsNamed: true);
    private static readonly IdentityProperty s_ofInterface = new(null, IsSettable: false, IsNamed: false);

    public static IdentityProperty Find(INamedTypeSymbol type, string name, Compilation compilation)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            // A class cannot have a member of its own name, and what is implemented explicitly has no name.
            if (ImplementsExplicitly(declaring, name) || (declaring.Name == name && EventSymbol.From(declaring) is not null))
            {
                return s_ofInterface;
            }

            foreach (var member in declaring.GetMembers(name))
            {
                if (IdentitySymbols.Classify(member, name) == BaseMember.Foreign)
                {
                    if (EventSymbol.From(declaring) is not null)
                    {
                        return s_ofInterface;
                    }

                    // Of a base that is no event: hidden by ours.
                    return member.DeclaredAccessibility == Accessibility.Private ? Implemented(type, name) : s_generated;
                }

                var property = (IPropertySymbol)member;
                return property.IsAbstract
                    ? new IdentityProperty(null, IsSettable: false, IsNamed: true)
                    : new IdentityProperty(property, property.SetMethod is { } setter && compilation.IsSymbolAccessibleWithin(setter, type), IsNamed: true);
            }
        }

        return Implemented(type, name);
    }

    private static bool ImplementsExplicitly(INamedTypeSymbol type, string name)
    {
        foreach (var member in type.GetMembers())
        {
            if (member is IPropertySymbol { ExplicitInterfaceImplementations: { IsEmpty: false } implemented }
                && implemented.Any(of => of.Name == name && RuntimeSymbols.IsDomainEventInterface(of.ContainingType)))
            {
                return true;
            }
        }

        return false;
    }

    private static IdentityProperty Implemented(INamedTypeSymbol type, string name) =>
        RuntimeSymbols.FindDomainEventInterface(type)?.GetMembers(name).FirstOrDefault() is { } member
        && type.FindImplementationForInterfaceMember(member) is not null
            ? s_ofInterface
            : s_generated;
}
