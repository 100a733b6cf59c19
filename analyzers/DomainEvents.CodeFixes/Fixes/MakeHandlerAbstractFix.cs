using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1302: makes the class whose handling is inherited abstract, so that it is no handler by itself.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeHandlerAbstractFix))]
[Shared]
public sealed class MakeHandlerAbstractFix : SolutionFix
{
    private const string ActionKey = "DomainEvents.MakeHandlerAbstract";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.DuplicateHandler];

    private protected override async Task<SolutionRemedy?> FindRemedyAsync(DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        if (diagnostic.AdditionalLocations.Count == 0
            || FindDocument(solution, diagnostic.AdditionalLocations[0]) is not { } document
            || await DocumentContext.OpenAsync(document, cancellationToken).ConfigureAwait(false) is not { } place
            || place.Find<ClassDeclarationSyntax>(diagnostic.AdditionalLocations[0]) is not { } declaration
            || place.Model.GetDeclaredSymbol(declaration, cancellationToken) is not { } type)
        {
            return null;
        }

        // Who makes one, or registers it, wants it as it is.
        foreach (var symbol in type.InstanceConstructors.Cast<ISymbol>().Append(type))
        {
            foreach (var (_, node) in await References.FindAsync(symbol, solution, cancellationToken).ConfigureAwait(false))
            {
                if (!IsHarmless(node))
                {
                    return null;
                }
            }
        }

        return new SolutionRemedy(
            FixTexts.MakeHandlerAbstract(type.Name), ActionKey, [(place, editor => editor.ReplaceNode(declaration, static (node, _) => MakeAbstract((ClassDeclarationSyntax)node)))]);
    }

    private static Document? FindDocument(Solution solution, Location location) =>
        solution.GetDocumentIdsWithFilePath(location.GetLineSpan().Path).Select(solution.GetDocument).FirstOrDefault();

    private static bool IsHarmless(SyntaxNode node) =>
        node.FirstAncestorOrSelf<BaseListSyntax>() is not null
        || node.FirstAncestorOrSelf<ConstructorInitializerSyntax>() is not null
        || node.FirstAncestorOrSelf<CrefSyntax>() is not null
        || node.FirstAncestorOrSelf<ParameterSyntax>() is not null;

    /// <summary>Before <c>partial</c>, which stands last.</summary>
    private static ClassDeclarationSyntax MakeAbstract(ClassDeclarationSyntax declaration)
    {
        var keyword = SyntaxFactory.Token(SyntaxKind.AbstractKeyword).WithTrailingTrivia(SyntaxFactory.Space);
        var modifiers = declaration.Modifiers;
        if (modifiers.Count == 0)
        {
            return declaration.WithKeyword(declaration.Keyword.WithLeadingTrivia())
                .WithModifiers([keyword.WithLeadingTrivia(declaration.Keyword.LeadingTrivia)]);
        }

        var index = modifiers.IndexOf(SyntaxKind.PartialKeyword);
        if (index == 0)
        {
            return declaration.WithModifiers(modifiers.Replace(modifiers[0], modifiers[0].WithLeadingTrivia()).Insert(0, keyword.WithLeadingTrivia(modifiers[0].LeadingTrivia)));
        }

        return declaration.WithModifiers(index < 0 ? modifiers.Add(keyword) : modifiers.Insert(index, keyword));
    }
}
