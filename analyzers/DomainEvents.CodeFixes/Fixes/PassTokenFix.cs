using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1308: hands the token on.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassTokenFix))]
[Shared]
public sealed class PassTokenFix : DocumentFix
{
    private const string Key = "DomainEvents.PassToken";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.TokenNotForwarded];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(TokenNotForwardedAnalyzer.TokenProperty, out var token)
            || token is null
            || context.Find<InvocationExpressionSyntax>(diagnostic.Location) is not { } call)
        {
            return Task.FromResult(ImmutableArray<Remedy>.Empty);
        }

        diagnostic.Properties.TryGetValue(TokenNotForwardedAnalyzer.ParameterProperty, out var parameter);
        return Task.FromResult<ImmutableArray<Remedy>>(
        [
            new Remedy(
                FixTexts.PassToken(token),
                Key,
                editor => editor.ReplaceNode(call.ArgumentList, (node, _) => ArgumentLists.Append((ArgumentListSyntax)node, token, parameter))),
        ]);
    }
}
