using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>A value of an event in its source: a property, the only variable of a field, or a parameter of a positional record.</summary>
/// <param name="Symbol">The property or field.</param>
/// <param name="Declaration">The property, the field or the parameter.</param>
/// <param name="Type">The event.</param>
/// <param name="CanBeRemoved">Whether nothing in the solution uses it, nor makes such an event.</param>
internal sealed record EventValue(ISymbol Symbol, SyntaxNode Declaration, INamedTypeSymbol Type, bool CanBeRemoved)
{
    public string Name => Symbol.Name;

    /// <summary>The type of the value.</summary>
    public ITypeSymbol ValueType => Symbol is IFieldSymbol variable ? variable.Type : ((IPropertySymbol)Symbol).Type;

    public static async Task<EventValue?> FindAsync(DocumentContext context, Location location, CancellationToken cancellationToken)
    {
        var node = context.Find<SyntaxNode>(location);
        SyntaxNode? declaration = node switch
        {
            VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: FieldDeclarationSyntax field } } => field,
            PropertyDeclarationSyntax or ParameterSyntax { Parent.Parent: RecordDeclarationSyntax } => node,
            _ => null,
        };
        if (declaration?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } around
            || context.Model.GetDeclaredSymbol(around, cancellationToken) is not { } type
            || FindSymbol(type, node!) is not { } symbol)
        {
            return null;
        }

        return new EventValue(symbol, declaration, type, await IsUnusedAsync(symbol, type, context, cancellationToken).ConfigureAwait(false));
    }

    public void Remove(SyntaxEditor editor)
    {
        if (Declaration is MemberDeclarationSyntax member)
        {
            MemberRemoval.Remove(editor, member);
            return;
        }

        // Parameters are removed one after the other, so that the comma between two is found again.
        var parameter = (ParameterSyntax)Declaration;
        editor.ReplaceNode(parameter.Parent!, (node, _) =>
        {
            var list = (ParameterListSyntax)node;
            var left = list.Parameters.First(candidate => candidate.Identifier.ValueText == parameter.Identifier.ValueText);
            return list.WithParameters(list.Parameters.Remove(left));
        });
    }

    private static ISymbol? FindSymbol(INamedTypeSymbol type, SyntaxNode node)
    {
        var name = node switch
        {
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            VariableDeclaratorSyntax variable => variable.Identifier.ValueText,
            ParameterSyntax parameter => parameter.Identifier.ValueText,
            _ => "",
        };
        return type.GetMembers(name).FirstOrDefault(static member => member is IPropertySymbol or IFieldSymbol);
    }

    private static async Task<bool> IsUnusedAsync(ISymbol symbol, INamedTypeSymbol type, DocumentContext context, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        foreach (var used in type.InstanceConstructors.Cast<ISymbol>().Prepend(symbol))
        {
            if (await AsyncFunctions.IsReferencedAsync(used, solution, cancellationToken).ConfigureAwait(false))
            {
                return false;
            }
        }

        return symbol is not IPropertySymbol { IsOverride: true };
    }
}
