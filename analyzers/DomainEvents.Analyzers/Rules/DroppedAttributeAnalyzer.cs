using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1005: an attribute on a positional record's parameter that neither the compiler nor the generated part puts anywhere.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class DroppedAttributeAnalyzer : EventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.DroppedAttribute];

    /// <summary>Whether the generated part declares the property of a parameter and so carries its <c>[property: ...]</c> attributes.</summary>
    internal static bool IsCopied(INamedTypeSymbol type, ParameterSyntax parameter) =>
        type.GetMembers(parameter.Identifier.ValueText).Any(static member => member is IPropertySymbol && RuntimeSymbols.IsGenerated(member));

    private protected override void Analyze(SymbolAnalysisContext context, EventSymbol source, KnownSymbols symbols)
    {
        if (!source.Type.IsRecord)
        {
            return;
        }

        foreach (var reference in source.Type.DeclaringSyntaxReferences)
        {
            if (reference.GetSyntax(context.CancellationToken) is RecordDeclarationSyntax { ParameterList: { } list })
            {
                foreach (var parameter in list.Parameters)
                {
                    Analyze(context, source.Type, parameter);
                }
            }
        }
    }

    private static void Analyze(SymbolAnalysisContext context, INamedTypeSymbol type, ParameterSyntax parameter)
    {
        var property = type.GetMembers(parameter.Identifier.ValueText).OfType<IPropertySymbol>().FirstOrDefault();
        if (property?.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(context.CancellationToken) is ParameterSyntax) == true)
        {
            // The compiler declares the property and knows both targets.
            return;
        }

        foreach (var target in parameter.AttributeLists.Select(static attributes => attributes.Target).OfType<AttributeTargetSpecifierSyntax>())
        {
            var wayOut = target.Identifier.Kind() switch
            {
                SyntaxKind.FieldKeyword when IsCopied(type, parameter) => "DEVT1005_Field",
                SyntaxKind.FieldKeyword or SyntaxKind.PropertyKeyword when !IsCopied(type, parameter) => "DEVT1005_Property",
                _ => null,
            };
            if (wayOut is not null)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.DroppedAttribute,
                    target.Parent!.GetLocation(),
                    target.Identifier.ValueText,
                    parameter.Identifier.ValueText,
                    Texts.Get(wayOut)));
            }
        }
    }
}
