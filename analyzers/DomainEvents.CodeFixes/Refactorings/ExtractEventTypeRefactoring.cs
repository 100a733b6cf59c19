using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeRefactorings;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Refactorings;

/// <summary>
/// Offers, on a literal that is an event type, to write the constant. DEVT1104 asks for that where a literal is sure to name an event;
/// elsewhere only the user knows.
/// </summary>
[ExportCodeRefactoringProvider(LanguageNames.CSharp, Name = nameof(ExtractEventTypeRefactoring))]
[Shared]
public sealed class ExtractEventTypeRefactoring : DocumentRefactoring
{
    internal const string Key = "DomainEvents.ExtractEventType";

    private protected override ImmutableArray<Remedy> FindRemedies(DocumentContext context, SyntaxToken token, CancellationToken cancellationToken) =>
        token.Parent is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } literal
        && !IsEventAttribute(literal)
        && KnownSymbols.Find(context.Model.Compilation)?.EventTypes.Find(token.ValueText)?.Constant is { } constant
            ? [Write(literal, constant)]
            : [];

    // The attribute of the event itself is where the constant gets its value.
    private static bool IsEventAttribute(SyntaxNode literal) =>
        literal.FirstAncestorOrSelf<AttributeSyntax>()?.Name.ToString() is { } name
        && (name.EndsWith("DomainEvent", StringComparison.Ordinal) || name.EndsWith("DomainEventAttribute", StringComparison.Ordinal));

    private static Remedy Write(LiteralExpressionSyntax literal, IFieldSymbol constant)
    {
        var type = constant.ContainingType.ToDisplayString(SymbolDisplayFormat.FullyQualifiedFormat);
        return new Remedy(
            FixTexts.UseEventTypeConstant(constant.ContainingType.Name + "." + constant.Name),
            Key,
            editor => editor.ReplaceNode(literal, (node, _) => SyntaxFactory.ParseExpression($"{type}.{constant.Name}")
                .WithTriviaFrom(node)
                .WithAdditionalAnnotations(Simplifier.Annotation)));
    }
}
