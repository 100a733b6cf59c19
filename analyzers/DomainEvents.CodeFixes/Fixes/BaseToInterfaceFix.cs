using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1002: replaces the base class, where it only carries values, by an interface with these values.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BaseToInterfaceFix))]
[Shared]
public sealed class BaseToInterfaceFix : DocumentFix
{
    private const string Key = "DomainEvents.BaseToInterface";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NoConstructor];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (!diagnostic.Properties.TryGetValue(NoConstructorAnalyzer.ObstacleProperty, out var obstacle)
            || obstacle != nameof(ConstructorObstacle.BaseConstructor)
            || context.Find<BaseTypeSyntax>(diagnostic.Location) is not { Parent.Parent: TypeDeclarationSyntax declaration } entry
            || context.Model.GetDeclaredSymbol(declaration, cancellationToken) is not INamedTypeSymbol { BaseType: { } baseType } type
            || ValueBase.Read(baseType, cancellationToken) is not { } values
            || !await values.CanBeLeftAsync(type, context, cancellationToken).ConfigureAwait(false)
            || ValueInterface.Plan(values, entry, declaration, context) is not { } contract)
        {
            return [];
        }

        return [new Remedy(FixTexts.BaseToInterface(contract.Name), Key, contract.Apply)];
    }
}
