using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Members;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1204: keeps the value out of JSON, or removes it where nothing uses it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(IgnoreValueFix))]
[Shared]
public sealed class IgnoreValueFix : DocumentFix
{
    internal const string IgnoreKey = "DomainEvents.IgnoreValue";
    internal const string RemoveKey = "DomainEvents.RemoveValue";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotSerializable];

    private protected override async Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (await EventValue.FindAsync(context, diagnostic.Location, cancellationToken).ConfigureAwait(false) is not { } value)
        {
            return [];
        }

        var remedies = ImmutableArray.CreateBuilder<Remedy>(2);
        if (MayBeAbsent(value, context.Model.Compilation))
        {
            remedies.Add(new Remedy(FixTexts.IgnoreValue(value.Name), IgnoreKey, editor => editor.ReplaceNode(
                value.Declaration, (node, _) => Ignore(node, context.LineEnd))));
        }

        if (value.CanBeRemoved)
        {
            remedies.Add(new Remedy(FixTexts.RemoveValue(value.Name), RemoveKey, value.Remove));
        }

        return remedies.ToImmutable();
    }

    /// <summary>Whether an event that is read back may lack the value: nobody reads one that stays in the process.</summary>
    private static bool MayBeAbsent(EventValue value, Compilation compilation) =>
        KnownSymbols.Find(compilation) is { } symbols
        && symbols.Type("System.Text.Json.Serialization.JsonIgnoreAttribute") is not null
        && symbols.FindEventAttribute(value.Type) is { } attribute
        && (!EventAttributeFlags.IsSerialized(attribute)
            || value.ValueType.NullableAnnotation == NullableAnnotation.Annotated
            || value.ValueType.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T);

    private static SyntaxNode Ignore(SyntaxNode declaration, string lineEnd)
    {
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::System.Text.Json.Serialization.JsonIgnore"))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var list = SyntaxFactory.AttributeList([attribute]);
        switch (declaration)
        {
            case ParameterSyntax parameter:
                list = list.WithTarget(SyntaxFactory.AttributeTargetSpecifier(
                    SyntaxFactory.Token(SyntaxKind.PropertyKeyword),
                    SyntaxFactory.Token(SyntaxKind.ColonToken).WithTrailingTrivia(SyntaxFactory.Space)));
                return parameter.WithLeadingTrivia()
                    .WithAttributeLists(parameter.WithLeadingTrivia().AttributeLists.Add(list.WithTrailingTrivia(SyntaxFactory.Space)))
                    .WithLeadingTrivia(parameter.GetLeadingTrivia());
            case MemberDeclarationSyntax member:
                // The comment stands before the first attribute; the declaration keeps its indentation.
                var trivia = member.GetLeadingTrivia();
                var indentation = trivia.Reverse().TakeWhile(static part => part.IsKind(SyntaxKind.WhitespaceTrivia)).ToList();
                var bare = member.WithLeadingTrivia(indentation);
                return bare.WithAttributeLists(bare.AttributeLists.Insert(
                    0, list.WithLeadingTrivia(trivia).WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd))));
            default:
                return declaration;
        }
    }
}
