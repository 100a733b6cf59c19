using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Suppressors;

/// <summary>
/// Silences CS0657 on <c>[property: ...]</c> before a positional event's parameter: the compiler finds no property of its own to put it
/// on, because the generated part declares the property, with the attribute.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class CopiedAttributeSuppressor : DiagnosticSuppressor
{
    private static readonly SuppressionDescriptor s_copiedAttribute =
        new("DEVTS0657", "CS0657", Texts.Get("DEVTS0657_Justification"));

    /// <inheritdoc />
    public override ImmutableArray<SuppressionDescriptor> SupportedSuppressions { get; } = [s_copiedAttribute];

    /// <inheritdoc />
    public override void ReportSuppressions(SuppressionAnalysisContext context)
    {
        foreach (var diagnostic in context.ReportedDiagnostics)
        {
            if (diagnostic.Location.SourceTree is { } tree
                && tree.GetRoot(context.CancellationToken).FindNode(diagnostic.Location.SourceSpan) is AttributeTargetSpecifierSyntax target
                && target.Identifier.IsKind(SyntaxKind.PropertyKeyword)
                && target.Parent?.Parent is ParameterSyntax { Parent.Parent: RecordDeclarationSyntax record } parameter
                && context.GetSemanticModel(tree).GetDeclaredSymbol(record, context.CancellationToken) is { } type
                && EventSymbol.From(type) is not null
                && DroppedAttributeAnalyzer.IsCopied(type, parameter))
            {
                context.ReportSuppression(Suppression.Create(s_copiedAttribute, diagnostic));
            }
        }
    }
}
