using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1504: disposes the member in <c>Dispose</c>.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DisposeSubscriptionFix))]
[Shared]
public sealed class DisposeSubscriptionFix : DocumentFix
{
    private const string Key = "DomainEvents.DisposeSubscription";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UndisposedSubscription];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        Task.FromResult<ImmutableArray<Remedy>>(
            diagnostic.Properties.TryGetValue(UndisposedSubscriptionAnalyzer.MemberProperty, out var member)
            && SubscriptionSite.Find(context, diagnostic.Location, cancellationToken) is { } site
            && Statement(site, member!) is { } statement
            && DisposeMethod.CanExtend(site.Type, site.Declaration)
                ? [new Remedy(
                    FixTexts.DisposeSubscription(member!),
                    Key,
                    editor => editor.ReplaceNode(site.Declaration, (node, generator) => DisposeMethod.Extend((TypeDeclarationSyntax)node, statement, generator)))]
                : []);

    /// <summary>Of a collection, <see langword="null"/>: how it is emptied is for its author to say.</summary>
    private static string? Statement(SubscriptionSite site, string member)
    {
        var type = site.Type.GetMembers(member).FirstOrDefault() switch
        {
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            _ => null,
        };
        return type is not null && (type.SpecialType == SpecialType.System_IDisposable || KnownSymbols.Is(type, KnownSymbols.Find(site.Model.Compilation)?.EventSubscription))
            ? member + (type.NullableAnnotation == NullableAnnotation.NotAnnotated ? ".Dispose();" : "?.Dispose();")
            : null;
    }
}
