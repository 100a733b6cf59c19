using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Members;

/// <summary>A value that an event carries, as its author declared it: a property, a field, or a parameter of a positional record.</summary>
/// <param name="Symbol">The property, field or parameter.</param>
/// <param name="Type">Its type.</param>
/// <param name="Declaration">Its syntax.</param>
internal sealed record EventMember(ISymbol Symbol, ITypeSymbol Type, SyntaxNode Declaration)
{
    /// <summary>The name in its declaration.</summary>
    public Location Place => Declaration switch
    {
        PropertyDeclarationSyntax property => property.Identifier.GetLocation(),
        VariableDeclaratorSyntax variable => variable.Identifier.GetLocation(),
        ParameterSyntax parameter => parameter.Identifier.GetLocation(),
        _ => Declaration.GetLocation(),
    };

    /// <summary>The public values of an event. What is computed from others carries nothing.</summary>
    public static IEnumerable<EventMember> Of(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        foreach (var reference in type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(cancellationToken) is not TypeDeclarationSyntax declaration || IsGenerated(declaration))
            {
                continue;
            }

            if (declaration is RecordDeclarationSyntax { ParameterList.Parameters: var parameters })
            {
                foreach (var parameter in parameters)
                {
                    if (Primary(type, declaration)?.Parameters.FirstOrDefault(candidate => candidate.Name == parameter.Identifier.ValueText) is { } symbol)
                    {
                        yield return new EventMember(symbol, symbol.Type, parameter);
                    }
                }
            }

            foreach (var member in declaration.Members.SelectMany(member => Of(type, member)))
            {
                yield return member;
            }
        }
    }

    /// <summary>Whether an attribute of this name stands on the member, for it or for its property.</summary>
    public bool Has(string attribute) =>
        Symbol.GetAttributes().Any(data => data.AttributeClass?.Name == attribute)
        || (Declaration is ParameterSyntax parameter && parameter.AttributeLists.SelectMany(static list => list.Attributes)
            .Any(syntax => syntax.Name.ToString() is var name && (name + "Attribute").EndsWith(attribute, StringComparison.Ordinal)));

    private static IEnumerable<EventMember> Of(INamedTypeSymbol type, MemberDeclarationSyntax member)
    {
        switch (member)
        {
            case PropertyDeclarationSyntax property when property.ExpressionBody is null
                && property.AccessorList?.Accessors.All(static accessor => accessor is { Body: null, ExpressionBody: null } || !accessor.IsKind(SyntaxKind.GetAccessorDeclaration)) == true:
                if (type.GetMembers(property.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault() is
                    { IsStatic: false, DeclaredAccessibility: Accessibility.Public, ExplicitInterfaceImplementations.IsEmpty: true } symbol)
                {
                    yield return new EventMember(symbol, symbol.Type, property);
                }

                break;
            case FieldDeclarationSyntax field:
                foreach (var variable in field.Declaration.Variables)
                {
                    if (type.GetMembers(variable.Identifier.ValueText).OfType<IFieldSymbol>().FirstOrDefault() is
                        { IsStatic: false, IsConst: false, DeclaredAccessibility: Accessibility.Public } fieldSymbol)
                    {
                        yield return new EventMember(fieldSymbol, fieldSymbol.Type, variable);
                    }
                }

                break;
        }
    }

    private static IMethodSymbol? Primary(INamedTypeSymbol type, TypeDeclarationSyntax declaration) => type.InstanceConstructors
        .FirstOrDefault(constructor => constructor.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == declaration.SyntaxTree && reference.Span == declaration.Span));

    private static bool IsGenerated(TypeDeclarationSyntax declaration) => declaration.SyntaxTree.FilePath.EndsWith(".g.cs", StringComparison.Ordinal);
}
