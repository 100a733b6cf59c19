using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Syntax;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1201: makes a property init-only, or a field read-only, where nothing sets it later.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakeImmutableFix))]
[Shared]
public sealed class MakeImmutableFix : DocumentFix
{
    private const string Key = "DomainEvents.MakeImmutable";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.MutableEvent];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        var solution = context.Document.Project.Solution;
        if (context.Find<PropertyDeclarationSyntax>(diagnostic.Location) is { } property)
        {
            return property.AccessorList?.Accessors.FirstOrDefault(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration)) is { } setter
                && context.Model.GetDeclaredSymbol(property, cancellationToken) is { } symbol
                && KeepsConstructor(property, symbol)
                && !await MemberWrites.AreLaterAsync(symbol, canInitialize: true, solution, cancellationToken).ConfigureAwait(false)
                    ? [new Remedy(FixTexts.MakeImmutable, Key, PassesBy(property, symbol, context.Model.Compilation)
                        ? editor => editor.ReplaceNode(property, static (node, _) => PartialKeyword.AddTo(ToInit((PropertyDeclarationSyntax)node)))
                        : editor => editor.ReplaceNode(setter, static (node, _) => ToInit((AccessorDeclarationSyntax)node)))]
                    : [];
        }

        return context.Find<VariableDeclaratorSyntax>(diagnostic.Location) is { Parent.Parent: FieldDeclarationSyntax { Declaration.Variables.Count: 1 } field } variable
            && context.Model.GetDeclaredSymbol(variable, cancellationToken) is { } fieldSymbol
            && !await MemberWrites.AreLaterAsync(fieldSymbol, canInitialize: false, solution, cancellationToken).ConfigureAwait(false)
                ? [new Remedy(FixTexts.MakeImmutable, Key, editor => editor.ReplaceNode(field, static (node, _) => ToReadOnly((FieldDeclarationSyntax)node)))]
                : [];
    }

    /// <summary>Whether the property is not going to be one more parameter of the generated constructor, which would break every creation.</summary>
    private static bool KeepsConstructor(PropertyDeclarationSyntax property, IPropertySymbol symbol) =>
        property.Initializer is not null
        || symbol.IsRequired
        || EventSymbol.From(symbol.ContainingType) is not { } source
        || source.Values.IncludeSettable
        || !source.Values.GenerateConstructor
        || source.HasParameterList;

    /// <summary>Whether the accessor would let values pass the guard by, so that the generated part has to write it: DEVT1206 would be the next report.</summary>
    private static bool PassesBy(PropertyDeclarationSyntax property, IPropertySymbol symbol, Compilation compilation) =>
        MakePropertyPartialFix.CanBePartial(property)
        && EventSymbol.From(symbol.ContainingType) is { } source
        && UnguardedInitAnalyzer.WouldReportInit(source, symbol, compilation);

    private static PropertyDeclarationSyntax ToInit(PropertyDeclarationSyntax property)
    {
        var setter = property.AccessorList!.Accessors.First(static accessor => accessor.IsKind(SyntaxKind.SetAccessorDeclaration));
        return property.ReplaceNode(setter, ToInit(setter));
    }

    private static AccessorDeclarationSyntax ToInit(AccessorDeclarationSyntax setter) =>
        SyntaxFactory.AccessorDeclaration(
            SyntaxKind.InitAccessorDeclaration,
            setter.AttributeLists,
            setter.Modifiers,
            SyntaxFactory.Token(SyntaxKind.InitKeyword).WithTriviaFrom(setter.Keyword),
            setter.Body,
            setter.ExpressionBody,
            setter.SemicolonToken);

    private static FieldDeclarationSyntax ToReadOnly(FieldDeclarationSyntax field) =>
        field.AddModifiers(SyntaxFactory.Token(SyntaxKind.ReadOnlyKeyword).WithTrailingTrivia(SyntaxFactory.Space));
}
