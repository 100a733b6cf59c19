using System.Collections.Immutable;
using System.Composition;
using System.Globalization;
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

        if (rent.Parent is not ArgumentSyntax argument || context.Model.GetTypeInfo(rent, cancellationToken).Type is not { } type)
        {
            return null;
        }

        SyntaxNode used = argument.Parent!.Parent!;
        while (used.Parent is AwaitExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax)
        {
            used = used.Parent;
        }

        SyntaxNode? replaced = used.Parent switch
        {
            ExpressionStatementSyntax { Parent: BlockSyntax block } => block,
            ArrowExpressionClauseSyntax { Parent: MethodDeclarationSyntax method }
                when method.ReturnType is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword } || (used is AwaitExpressionSyntax && method.ReturnType is SimpleNameSyntax { Arity: 0 }) =>
                method,
            _ => null,
        };
        return replaced is null ? null : editor =>
        {
            // The call is followed through the edits of the other events.
            editor.TrackNode(rent);
            editor.ReplaceNode(replaced, (node, _) => node.GetCurrentNode(rent) is { } current
                ? NameAndReturn(node, current, FreeName(current, type, context.Model, rent.SpanStart), context.LineEnd)
                : node);
        };
    }

    private static string FreeName(SyntaxNode call, ITypeSymbol type, SemanticModel model, int position)
    {
        var words = new HashSet<string>(call.FirstAncestorOrSelf<MemberDeclarationSyntax>()?.DescendantTokens().Select(static token => token.ValueText) ?? [], StringComparer.Ordinal);
        var (first, number) = (CSharpIdentifier.ToCamelCase(type.Name), 1);
        var name = first;
        while (words.Contains(name) || !model.LookupSymbols(position, name: name).IsEmpty)
        {
            number++;
            name = first + number.ToString(CultureInfo.InvariantCulture);
        }

        return CSharpIdentifier.Escape(name);
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

    private static SyntaxNode NameAndReturn(SyntaxNode replaced, InvocationExpressionSyntax rent, string name, string lineEnd)
    {
        if (replaced is MethodDeclarationSyntax { ExpressionBody: { } arrow } method)
        {
            return ToBlock(method, arrow, rent, name, lineEnd);
        }

        if (rent.FirstAncestorOrSelf<ExpressionStatementSyntax>() is not { Parent: BlockSyntax block } statement)
        {
            return replaced;
        }

        var index = block.Statements.IndexOf(statement);
        return replaced.ReplaceNode(block, block.WithStatements([
            .. block.Statements.Take(index),
            Declaration(rent, name).WithLeadingTrivia(statement.GetLeadingTrivia()),
            .. Guard([statement.ReplaceNode(rent, SyntaxFactory.IdentifierName(name)).WithoutLeadingTrivia()], name),
            .. block.Statements.Skip(index + 1)]));
    }

    private static MethodDeclarationSyntax ToBlock(
        MethodDeclarationSyntax method, ArrowExpressionClauseSyntax arrow, InvocationExpressionSyntax rent, string name, string lineEnd)
    {
        var statement = SyntaxFactory.ExpressionStatement(arrow.Expression.ReplaceNode(rent, SyntaxFactory.IdentifierName(name)).WithoutTrivia());
        var end = SyntaxFactory.EndOfLine(lineEnd);
        return method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithParameterList(method.ParameterList.WithTrailingTrivia(end))
            .WithBody(SyntaxFactory.Block((IEnumerable<StatementSyntax>)[Declaration(rent, name), .. Guard([statement], name)]).WithTrailingTrivia(method.SemicolonToken.TrailingTrivia))
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

    private static StatementSyntax Declaration(InvocationExpressionSyntax rent, string name)
    {
        var declaration = (LocalDeclarationStatementSyntax)SyntaxFactory.ParseStatement($"var {name} = value;");
        return declaration
            .ReplaceNode(declaration.Declaration.Variables[0].Initializer!.Value, rent.WithoutTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation);
    }

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
