using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Where in the source to report what concerns an event.</summary>
internal static class EventPlaces
{
    /// <summary>The event's attribute in the source.</summary>
    public static AttributeSyntax? EventAttribute(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        RuntimeSymbols.FindEventAttribute(type)?.ApplicationSyntaxReference?.GetSyntax(cancellationToken) as AttributeSyntax;

    /// <summary>The event's name on the part that bears the attribute: what is wrong there is fixed there.</summary>
    public static Location Name(INamedTypeSymbol type, CancellationToken cancellationToken) =>
        EventAttribute(type, cancellationToken)?.Parent?.Parent is TypeDeclarationSyntax declaration
            ? declaration.Identifier.GetLocation()
            : type.Locations[0];

    /// <summary>The entry of a base list that names the base class.</summary>
    public static Location BaseClass(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax { BaseList.Types: { Count: > 0 } bases }
                && type.BaseType is { } baseType && SyntaxText.TypeName(bases[0].Type) == baseType.Name)
            {
                return bases[0].Type.GetLocation();
            }
        }

        return Name(type, cancellationToken);
    }
}
