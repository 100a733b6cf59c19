using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1301: writes a handler for the event, or marks it as one that is handled elsewhere.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MissingHandlerFix))]
[Shared]
public sealed class MissingHandlerFix : DocumentFix
{
    internal const string WriteKey = "DomainEvents.WriteHandler";
    internal const string ExternalKey = "DomainEvents.MarkExternal";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MissingHandler];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var remedies = ImmutableArray.CreateBuilder<Remedy>(2);
        if (FindEvent(context, diagnostic, cancellationToken) is { } domainEvent
            && context.Find<SyntaxNode>(diagnostic.Location) is { } place
            && WrittenHandler.Plan(context, domainEvent, place) is { } handler)
        {
            remedies.Add(new Remedy(FixTexts.WriteHandler(domainEvent.Name), WriteKey, handler.AddTo));
        }

        if (diagnostic.AdditionalLocations.Count > 0 && context.Find<AttributeSyntax>(diagnostic.AdditionalLocations[0]) is { } attribute)
        {
            remedies.Add(new Remedy(
                FixTexts.MarkExternal,
                ExternalKey,
                editor => editor.ReplaceNode(
                    attribute, static (node, _) => AttributeArguments.With((AttributeSyntax)node, "External", SyntaxFactory.LiteralExpression(SyntaxKind.TrueLiteralExpression)))));
        }

        return Task.FromResult(remedies.ToImmutable());
    }

    private static INamedTypeSymbol? FindEvent(DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Properties.TryGetValue(MissingHandlerAnalyzer.EventProperty, out var id) && id is not null
            ? DocumentationCommentId.GetFirstSymbolForDeclarationId(id, context.Model.Compilation) as INamedTypeSymbol
            : context.Find<TypeDeclarationSyntax>(diagnostic.Location) is { } declaration
                ? context.Model.GetDeclaredSymbol(declaration, cancellationToken)
                : null;
}
