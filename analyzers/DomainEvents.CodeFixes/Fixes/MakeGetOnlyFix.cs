using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FindSymbols;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1206: removes the <c>init</c> accessor where nothing uses it, so that the checked constructor is the only way in.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeGetOnlyFix))]
[Shared]
public sealed class MakeGetOnlyFix : DocumentFix
{
    private const string Key = "DomainEvents.MakeGetOnly";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnguardedInit];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (context.Find<PropertyDeclarationSyntax>(diagnostic.Location) is not { AccessorList: { } accessors } declaration
            || accessors.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration)) is not { } init
            || context.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } property
            || IsNeeded(property)
            || await IsUsedAsync(property, context.Document.Project.Solution, cancellationToken).ConfigureAwait(false))
        {
            return [];
        }

        return [new Remedy(
            FixTexts.MakeGetOnly,
            Key,
            editor => editor.ReplaceNode(accessors, (node, _) => Remove((AccessorListSyntax)node)))];
    }

    /// <summary>A required member, an override and an implementation must have the accessor.</summary>
    private static bool IsNeeded(IPropertySymbol property) =>
        property.IsRequired
        || property.IsOverride
        || property.ContainingType.AllInterfaces.SelectMany(static type => type.GetMembers().OfType<IPropertySymbol>()).Any(member =>
            member.SetMethod is not null
            && SymbolEqualityComparer.Default.Equals(property.ContainingType.FindImplementationForInterfaceMember(member), property));

    /// <summary>Whether an object initialiser or <c>with</c> sets it anywhere, or a subclass overrides it.</summary>
    private static async Task<bool> IsUsedAsync(IPropertySymbol property, Solution solution, CancellationToken cancellationToken)
    {
        foreach (var found in await SymbolFinder.FindReferencesAsync(property, solution, cancellationToken).ConfigureAwait(false))
        {
            foreach (var reference in found.Locations)
            {
                if (reference.Location.SourceTree?.GetRoot(cancellationToken).FindNode(reference.Location.SourceSpan) is { Parent: AssignmentExpressionSyntax assignment } node
                    && assignment.Left == node
                    && assignment.Parent is InitializerExpressionSyntax)
                {
                    return true;
                }
            }
        }

        return property is { IsVirtual: true } or { IsAbstract: true };
    }

    private static AccessorListSyntax Remove(AccessorListSyntax accessors)
    {
        var init = accessors.Accessors.First(static accessor => accessor.IsKind(SyntaxKind.InitAccessorDeclaration));
        var isBare = init.GetLeadingTrivia().Concat(init.GetTrailingTrivia())
            .All(static trivia => trivia.Kind() is SyntaxKind.WhitespaceTrivia or SyntaxKind.EndOfLineTrivia);
        return accessors.RemoveNode(init, isBare ? SyntaxRemoveOptions.KeepNoTrivia : SyntaxRemoveOptions.KeepExteriorTrivia)!;
    }
}
