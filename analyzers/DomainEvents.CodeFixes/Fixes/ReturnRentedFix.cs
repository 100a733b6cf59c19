using System.Collections.Immutable;
using System.Composition;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>DEVT1512: gives the event back when all that uses it is done, whatever happens.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ReturnRentedFix))]
[Shared]
public sealed class ReturnRentedFix : DocumentFix
{
    private const string Key = "DomainEvents.ReturnRented";

    /// <inheritdoc />
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.UnreturnedEvent];

    private protected override Task<ImmutableArray<Remedy>> FindRemediesAsync(
        DocumentContext context, Diagnostic diagnostic, CancellationToken cancellationToken) => Task.FromResult<ImmutableArray<Remedy>>(
        context.Find<InvocationExpressionSyntax>(diagnostic.Location) is { } rent && Plan(rent, context, cancellationToken) is { } edit
            ? [new Remedy(FixTexts.ReturnRented, Key, edit)]
            : []);

    private static Action<SyntaxEditor>? Plan(InvocationExpressionSyntax rent, DocumentContext context, CancellationToken cancellationToken)
    {
        // A local: everything behind it may use it.
        if (rent.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: LocalDeclarationStatementSyntax { Declaration.Variables.Count: 1 } local } variable })
        {
            return local.Parent is BlockSyntax scope
                ? editor => editor.ReplaceNode(scope, (node, _) => ReturnLocal((BlockSyntax)node, variable.Identifier.Text))
                : null;
        }

        if (rent.Parent is not ArgumentSyntax argument
            || context.Model.GetTypeInfo(rent, cancellationToken).Type is not { } type
            || FreeName(rent, type, context.Model) is not { } name)
        {
            return null;
        }

        SyntaxNode used = argument.Parent!.Parent!;
        while (used.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
        {
            used = used.Parent;
        }

        return used.Parent switch
        {
            ExpressionStatementSyntax { Parent: BlockSyntax block } =>
                editor => editor.ReplaceNode(block, (node, _) => NameAndReturn((BlockSyntax)node, rent, name)),
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }
                when method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } || (used is AwaitExpressionSyntax && method.ReturnType is SimpleNameSyntax { Arity: 0 }) =>
                editor => editor.ReplaceNode(method, (node, _) => ToBlock((MethodDeclarationSyntax)node, rent, name, context.LineEnd)),
            _ => null,
        };
    }

    private static string? FreeName(SyntaxNode place, ITypeSymbol type, SemanticModel model)
    {
        var name = CSharpIdentifier.ToCamelCase(type.Name);
        return model.LookupSymbols(place.SpanStart, name: name).IsEmpty
            && place.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Any(token => token.ValueText == name) == false
                ? CSharpIdentifier.Escape(name)
                : null;
    }

    /// <summary>What stands behind the declaration moves into the <c>try</c>.</summary>
    private static BlockSyntax ReturnLocal(BlockSyntax block, string name)
    {
        var index = block.Statements.IndexOf(statement => statement is LocalDeclarationStatementSyntax local
            && local.Declaration.Variables.Any(variable => variable.Identifier.Text == name));
        if (index < 0)
        {
            // Another event's fix has moved it into its own block.
            return block.Statements.LastOrDefault() is TryStatementSyntax { Block: var inner, Finally: not null }
                ? block.ReplaceNode(inner, ReturnLocal(inner, name))
                : block;
        }

        var rest = block.Statements.Skip(index + 1).ToList();
        return block.WithStatements([.. block.Statements.Take(index + 1), .. Guard(rest, name)]);
    }

    private static BlockSyntax NameAndReturn(BlockSyntax block, InvocationExpressionSyntax rent, string name)
    {
        var text = rent.ToString();
        var index = block.Statements.IndexOf(statement => statement is ExpressionStatementSyntax
            && statement.DescendantNodes().OfType<InvocationExpressionSyntax>().Any(candidate => candidate.ToString() == text));
        if (index < 0)
        {
            return block;
        }

        var statement = block.Statements[index];
        var named = Named(statement, text, name).WithoutLeadingTrivia();
        return block.WithStatements([
            .. block.Statements.Take(index),
            Declaration(text, name).WithLeadingTrivia(statement.GetLeadingTrivia()),
            .. Guard([named], name),
            .. block.Statements.Skip(index + 1)]);
    }

    private static MethodDeclarationSyntax ToBlock(MethodDeclarationSyntax method, InvocationExpressionSyntax rent, string name, string lineEnd)
    {
        if (method.ExpressionBody is not { } arrow)
        {
            return method;
        }

        var text = rent.ToString();
        var statement = Named(SyntaxFactory.ExpressionStatement(arrow.Expression.WithoutTrivia()), text, name);
        var end = SyntaxFactory.EndOfLine(lineEnd);
        return method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithParameterList(method.ParameterList.WithTrailingTrivia(end))
            .WithBody(SyntaxFactory.Block((IEnumerable<StatementSyntax>)[Declaration(text, name), .. Guard([statement], name)]).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static StatementSyntax Named(StatementSyntax statement, string rent, string name) => statement.ReplaceNode(
        statement.DescendantNodes().OfType<InvocationExpressionSyntax>().First(candidate => candidate.ToString() == rent), SyntaxFactory.IdentifierName(name));

    private static StatementSyntax Declaration(string rent, string name) =>
        SyntaxFactory.ParseStatement($"var {name} = {rent};").WithAdditionalAnnotations(Formatter.Annotation);

    private static IEnumerable<StatementSyntax> Guard(IReadOnlyList<StatementSyntax> statements, string name)
    {
        var giveBack = SyntaxFactory.ParseStatement($"{name}.Return();");
        if (statements.Count == 0)
        {
            return [giveBack.WithAdditionalAnnotations(Formatter.Annotation)];
        }

        return
        [
            SyntaxFactory.TryStatement(SyntaxFactory.Block(statements), default, SyntaxFactory.FinallyClause(SyntaxFactory.Block(giveBack)))
                .WithAdditionalAnnotations(Formatter.Annotation),
        ];
    }
}
