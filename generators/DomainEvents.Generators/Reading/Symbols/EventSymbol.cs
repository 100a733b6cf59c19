using System.Collections.Immutable;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>
/// An event of this compilation that another one derives from. Its generated part is not in the compilation that a generator sees, so
/// what it will hold is worked out here, from symbols, by the rules of the typing path.
/// </summary>
internal sealed class EventSymbol
{
    private EventSymbol(INamedTypeSymbol type, EventAttributeValues values)
    {
        Type = type;
        Values = values;
    }

    public INamedTypeSymbol Type { get; }

    public EventAttributeValues Values { get; }

    /// <summary>The event that a type is, if a part will be generated for it.</summary>
    public static EventSymbol? From(INamedTypeSymbol type) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false, IsFileLocal: false, DeclaringSyntaxReferences.Length: > 0 }
        && RuntimeSymbols.FindEventAttribute(type) is { } attribute
        && CanBeJoined(type)
            ? new EventSymbol(type, EventAttributeValues.From(attribute))
            : null;

    /// <summary>Whether it has a parameter list of its own, so that no constructor is generated.</summary>
    public bool HasParameterList => Declarations().Any(static declaration => declaration.ParameterList is not null);

    /// <summary>The members that may become parameters, in the order of the typing path.</summary>
    public IEnumerable<EventMemberSymbol> Members()
    {
        foreach (var declaration in Declarations())
        {
            foreach (var member in declaration.Members)
            {
                switch (member)
                {
                    case PropertyDeclarationSyntax property when PropertyRules.RoleOf(property) is var role and not PropertyRole.None:
                        if (Find<IPropertySymbol>(property.Identifier) is { } symbol && !IsImplementedByUser(symbol))
                        {
                            yield return new EventMemberSymbol(symbol, symbol.Type, role == PropertyRole.Settable, symbol.IsRequired);
                        }

                        break;
                    case FieldDeclarationSyntax field when PropertyRules.IsRequiredField(field):
                        foreach (var variable in field.Declaration.Variables)
                        {
                            if (Find<IFieldSymbol>(variable.Identifier) is { } fieldSymbol)
                            {
                                yield return new EventMemberSymbol(fieldSymbol, fieldSymbol.Type, true, true);
                            }
                        }

                        break;
                }
            }
        }
    }

    /// <summary>Whether the user has written the implementing part of a partial property: an analyzer also sees ours.</summary>
    private static bool IsImplementedByUser(IPropertySymbol property) =>
        property.PartialImplementationPart is { } part && !(part.GetMethod is { } getter && RuntimeSymbols.IsGenerated(getter));

    private T? Find<T>(SyntaxToken identifier)
        where T : class, ISymbol =>
        Type.GetMembers(identifier.ValueText).OfType<T>().FirstOrDefault();

    private IEnumerable<TypeDeclarationSyntax> Declarations() => Type.DeclaringSyntaxReferences
        .OrderBy(static reference => reference.SyntaxTree.FilePath, StringComparer.Ordinal)
        .Select(static reference => reference.GetSyntax())
        .OfType<TypeDeclarationSyntax>();

    private static bool CanBeJoined(INamedTypeSymbol type)
    {
        for (var declared = type; declared is not null; declared = declared.ContainingType)
        {
            foreach (var reference in declared.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax() is not TypeDeclarationSyntax declaration || !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return false;
                }
            }
        }

        return true;
    }
}

/// <summary>A member that may become a parameter.</summary>
internal sealed record EventMemberSymbol(ISymbol Symbol, ITypeSymbol Type, bool IsSettable, bool IsRequired)
{
    public string Name => Symbol.Name;
}
