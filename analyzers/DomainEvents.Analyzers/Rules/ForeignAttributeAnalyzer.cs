using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1006: a partial class marked with an attribute that is called like ours and is another one.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ForeignAttributeAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ForeignAttribute];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSymbolAction(Analyze, SymbolKind.NamedType);

    private static void Analyze(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.TypeKind != TypeKind.Class
            || RuntimeSymbols.FindEventAttribute(type) is not null
            || RuntimeSymbols.FindDomainEventInterface(type) is not null)
        {
            return;
        }

        foreach (var attribute in type.GetAttributes())
        {
            if (attribute.AttributeClass is { TypeKind: TypeKind.Class } foreign
                && KnownAttributeNames.FromSimpleName(foreign.Name) == KnownAttributes.DomainEvent
                && attribute.ApplicationSyntaxReference?.GetSyntax(context.CancellationToken) is AttributeSyntax { Parent.Parent: TypeDeclarationSyntax declaration } syntax
                && IsMeantForGenerator(type, declaration, context.CancellationToken))
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ForeignAttribute, syntax.Name.GetLocation(), type.Name, foreign.ToDisplayString()));
            }
        }
    }

    /// <summary>Who writes <c>partial</c> on the only part expects another; who has another part already got it elsewhere.</summary>
    private static bool IsMeantForGenerator(INamedTypeSymbol type, TypeDeclarationSyntax declaration, CancellationToken cancellationToken) =>
        declaration.Modifiers.Any(SyntaxKind.PartialKeyword)
        && type.DeclaringSyntaxReferences.All(reference => reference.GetSyntax(cancellationToken) == declaration);
}
