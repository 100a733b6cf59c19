using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.RoslynTesting.Tests;

/// <summary>What a fix under test gets wrong.</summary>
public enum FixFault
{
    None,
    ChangesNothing,
    DoesNotFix,
    BreaksTheCode,
    OffersNothing,
    WritesLineFeeds,
}

/// <summary>Seals the class that <see cref="SealedClassAnalyzer"/> reports, or goes wrong in one way.</summary>
public sealed class SealFix(FixFault fault, FixAllProvider? fixAll) : CodeFixProvider
{
    public SealFix()
        : this(FixFault.None, WellKnownFixAllProviders.BatchFixer)
    {
    }

    public override ImmutableArray<string> FixableDiagnosticIds => [SealedClassAnalyzer.Id];

    public override FixAllProvider? GetFixAllProvider() => fixAll;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (fault != FixFault.OffersNothing)
        {
            context.RegisterCodeFix(CodeAction.Create("Seal", token => ApplyAsync(context.Document, context.Diagnostics[0], token), "seal"), context.Diagnostics);
        }

        return Task.CompletedTask;
    }

    private async Task<Document> ApplyAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        DocumentEditor editor = await DocumentEditor.CreateAsync(document, cancellationToken);
        SyntaxNode declaration = editor.OriginalRoot.FindNode(diagnostic.Location.SourceSpan);
        switch (fault)
        {
            case FixFault.ChangesNothing:
                return document;
            case FixFault.DoesNotFix:
                editor.ReplaceNode(declaration, static (node, _) => node.WithTrailingTrivia(node.GetTrailingTrivia().Add(SyntaxFactory.Space)));
                break;
            case FixFault.BreaksTheCode:
                editor.ReplaceNode(declaration, static (node, _) => ((ClassDeclarationSyntax)node).WithModifiers([SyntaxFactory.ParseToken("sealed "), SyntaxFactory.ParseToken("sealed ")]));
                break;
            default:
                editor.SetModifiers(declaration, DeclarationModifiers.From(editor.SemanticModel.GetDeclaredSymbol(declaration, cancellationToken)!).WithIsSealed(true));
                break;
        }

        Document changed = editor.GetChangedDocument();
        return fault == FixFault.WritesLineFeeds
            ? changed.WithText(Microsoft.CodeAnalysis.Text.SourceText.From((await changed.GetTextAsync(cancellationToken)).ToString().ReplaceLineEndings("\n")))
            : changed;
    }
}
