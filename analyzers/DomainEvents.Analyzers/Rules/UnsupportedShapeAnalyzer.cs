using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1003: <c>[DomainEvent]</c> on something that cannot be an event.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnsupportedShapeAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnsupportedShape];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(symbol => Analyze(symbol, symbols), SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context, KnownSymbols symbols)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (Reason(type) is { } reason && symbols.FindEventAttribute(type) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UnsupportedShape, type.Locations[0], type.Name, Texts.Get(reason)));
        }
    }

    private static string? Reason(INamedTypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Struct } => "DEVT1003_Struct",
        { TypeKind: TypeKind.Interface } => "DEVT1003_Interface",
        { TypeKind: TypeKind.Class, IsStatic: true } => "DEVT1003_Static",
        { TypeKind: TypeKind.Class, IsFileLocal: true } => "DEVT1003_File",
        _ => null,
    };
}
