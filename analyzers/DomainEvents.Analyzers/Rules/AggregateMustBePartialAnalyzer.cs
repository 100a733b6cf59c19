using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1011: nothing is generated for a class marked <c>[Aggregate]</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AggregateMustBePartialAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.AggregateMustBePartial];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (symbols.HasDomainEvents is not null)
        {
            context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);
        }
    }

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class || !AggregateSymbols.IsMarked(type))
        {
            return;
        }

        if (type.IsStatic || type.IsRecord || type.IsFileLocal)
        {
            Report(context, type.Locations[0], type, Texts.Get("DEVT1011_Shape"));
        }
        else if (FindWholeDeclaration(type, context.CancellationToken) is { } whole)
        {
            Report(context, whole.Identifier.GetLocation(), type, Texts.Get("DEVT1011_Partial", whole.Identifier.ValueText));
        }
    }

    /// <summary>The first declaration, from the class outwards, to which no part can be added.</summary>
    private static TypeDeclarationSyntax? FindWholeDeclaration(INamedTypeSymbol type, CancellationToken cancellationToken)
    {
        for (var current = type; current is not null; current = current.ContainingType)
        {
            foreach (var reference in current.DeclaringSyntaxReferences)
            {
                if (reference.GetSyntax(cancellationToken) is TypeDeclarationSyntax declaration && !declaration.Modifiers.Any(SyntaxKind.PartialKeyword))
                {
                    return declaration;
                }
            }
        }

        return null;
    }

    private static void Report(SymbolAnalysisContext context, Location location, INamedTypeSymbol type, LocalizableString reason) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.AggregateMustBePartial, location, type.Name, reason));
}
