using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Rename;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1101: renames the event, in the whole solution, to a name that says what happened.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RenameEventFix))]
[Shared]
public sealed class RenameEventFix : CodeFixProvider
{
    private const string Key = "DomainEvents.RenameEvent";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotPastTense];

    /// <summary>None: a name is to be read before it is taken.</summary>
    public override FixAllProvider? GetFixAllProvider() => null;

    /// <inheritdoc />
    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        if (await DocumentContext.OpenAsync(context.Document, context.CancellationToken).ConfigureAwait(false) is not { } opened)
        {
            return;
        }

        foreach (var diagnostic in context.Diagnostics)
        {
            if (opened.Find<TypeDeclarationSyntax>(diagnostic.Location) is { } declaration
                && opened.Model.GetDeclaredSymbol(declaration, context.CancellationToken) is { } type
                && diagnostic.Properties.TryGetValue(PastTenseAnalyzer.NameProperty, out var name)
                && name is not null)
            {
                context.RegisterCodeFix(
                    CodeAction.Create(
                        FixTexts.RenameEvent(name),
                        cancellationToken => Renamer.RenameSymbolAsync(
                            context.Document.Project.Solution, type, default(SymbolRenameOptions), name, cancellationToken),
                        Key),
                    diagnostic);
            }
        }
    }
}
