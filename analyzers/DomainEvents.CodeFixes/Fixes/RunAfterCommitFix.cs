using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1307: has the handler run after the commit.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RunAfterCommitFix))]
[Shared]
public sealed class RunAfterCommitFix : DocumentFix
{
    private const string Key = "DomainEvents.RunAfterCommit";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ExternalCall];

    // The phase is written HandlerPhase.InTransaction, qualified or not; a number or a constant is left to its author.
    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.AdditionalLocations.Count > 0
            && context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0])?.ArgumentList?.Arguments
                .FirstOrDefault(static argument => argument.NameEquals?.Name.Identifier.ValueText == "Phase")?.Expression is MemberAccessExpressionSyntax phase
                ? [new Remedy(
                    FixTexts.RunAfterCommit,
                    Key,
                    editor => editor.ReplaceNode(phase, static (node, _) => node is MemberAccessExpressionSyntax access
                        ? access.WithName(SyntaxFactory.IdentifierName("AfterCommit").WithTriviaFrom(access.Name))
                        : node))]
                : []);
}
