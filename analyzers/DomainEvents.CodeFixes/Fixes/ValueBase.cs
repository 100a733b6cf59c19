using DomainEvents.CodeFixes.Syntax;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>A base class that gives its events nothing but values.</summary>
/// <param name="Type">The class.</param>
/// <param name="Values">Its values, in order: what every event has anyway is left out.</param>
internal sealed record ValueBase(INamedTypeSymbol Type, IReadOnlyList<IPropertySymbol> Values)
{
    private static readonly string[] s_identity = ["EventId", "OccurredAt", "EventType", "EventVersion"];

    /// <summary>The values of a class, or <see langword="null"/> where it has anything else that an event would lose.</summary>
    public static ValueBase? Read(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        if (type is not { BaseType.SpecialType: SpecialType.System_Object, IsGenericType: false, ContainingType: null }
            || type.AllInterfaces.Any(static contract => RuntimeSymbols.FindDomainEventInterface(contract) is null && contract.GetMembers().Length > 0 && contract.Name != "IEquatable"))
        {
            return null;
        }

        var values = new List<IPropertySymbol>();
        foreach (var member in type.GetMembers())
        {
            switch (member)
            {
                case { IsImplicitlyDeclared: true } or { DeclaredAccessibility: Accessibility.Private } or IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.PropertyGet or MethodKind.PropertySet }:
                    break;
                case IPropertySymbol property when s_identity.Contains(property.Name, StringComparer.Ordinal):
                    break;
                case IPropertySymbol property when IsValue(property, cancellationToken):
                    values.Add(property);
                    break;
                default:
                    return null;
            }
        }

        return values.Count == 0 ? null : new ValueBase(type, values);
    }

    /// <summary>
    /// Whether an event can do without its base: nothing in the solution takes the events by that class, and the event itself neither
    /// overrides nor calls anything of it.
    /// </summary>
    public async Task<bool> CanBeLeftAsync(INamedTypeSymbol type, DocumentContext context, CancellationToken cancellationToken)
    {
        if (type.GetMembers().Any(member => member.IsOverride && !member.IsImplicitlyDeclared)
            || Values.Any(value => type.GetMembers(value.Name).Length > 0)
            || type.DeclaringSyntaxReferences.SelectMany(reference => reference.GetSyntax(cancellationToken).DescendantNodes()).Any(static node => node is BaseExpressionSyntax))
        {
            return false;
        }

        return (await References.FindAsync(Type, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false)).All(place =>
            place.Node.FirstAncestorOrSelf<BaseListSyntax>() is not null
            || place.Node.FirstAncestorOrSelf<CrefSyntax>() is not null
            || (place.Node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } around
                && SymbolEqualityComparer.Default.Equals(place.Context.Model.GetDeclaredSymbol(around, cancellationToken), Type)));
    }

    private static bool IsValue(IPropertySymbol property, CancellationToken cancellationToken) =>
        property is { IsStatic: false, IsIndexer: false, DeclaredAccessibility: Accessibility.Public, GetMethod.DeclaredAccessibility: Accessibility.Public, IsRequired: false }
        && property.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) switch
        {
            ParameterSyntax => true,
            PropertyDeclarationSyntax { Initializer: null, AccessorList.Accessors: var accessors } => accessors.All(static accessor =>
                accessor is { Body: null, ExpressionBody: null }
                && (!accessor.IsKind(SyntaxKind.SetAccessorDeclaration) || accessor.Modifiers.Count > 0)),
            _ => false,
        };
}
