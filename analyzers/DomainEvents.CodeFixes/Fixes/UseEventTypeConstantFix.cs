using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1104 and DEVT1105: writes the constant of the event type instead of a text.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UseEventTypeConstantFix))]
[Shared]
public sealed class UseEventTypeConstantFix : DocumentFix
{
    private const string Key = "DomainEvents.UseEventTypeConstant";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EventTypeLiteral, DiagnosticIds.EventTypeTypo];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.Properties.TryGetValue(EventTypeLiteralAnalyzer.ConstantProperty, out var constant)
            && constant is not null
            && context.Find<LiteralExpressionSyntax>(diagnostic.Location) is { } literal
                ? [new Remedy(
                    FixTexts.UseEventTypeConstant(constant.Substring(constant.IndexOf(':') + 2)),
                    Key,
                    editor => editor.ReplaceNode(literal, (node, _) => SyntaxFactory.ParseExpression(constant)
                        .WithTriviaFrom(node)
                        .WithAdditionalAnnotations(Simplifier.Annotation)))]
                : []);
}
