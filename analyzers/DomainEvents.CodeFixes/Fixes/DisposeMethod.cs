using DomainEvents.CodeFixes.Syntax;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Puts a statement into the <c>Dispose</c> of a type, which is written where there is none.</summary>
internal static class DisposeMethod
{
    /// <summary>Whether the part has a <c>Dispose</c> to extend, or the type is free to get one: not where a base or another part has its own.</summary>
    public static bool CanExtend(INamedTypeSymbol type, TypeDeclarationSyntax declaration) =>
        type is { TypeKind: TypeKind.Class, IsStatic: false }
        && declaration.OpenBraceToken.IsKind(SyntaxKind.OpenBraceToken)
        && (Find(declaration) is not null
            || (!type.AllInterfaces.Any(static contract => contract.Name is "IDisposable" or "IAsyncDisposable") && !HasDispose(type)));

    /// <summary>The part with the statement at the end of its <c>Dispose</c>; as it is where the statement stands there already.</summary>
    public static TypeDeclarationSyntax Extend(TypeDeclarationSyntax declaration, string statement, SyntaxGenerator generator)
    {
        if (Find(declaration) is { } method)
        {
            return HasStatement(method, statement) ? declaration : declaration.ReplaceNode(method, Append(method, statement));
        }

        var written = ((MethodDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration("public void Dispose() => " + statement)!)
            .WithAdditionalAnnotations(Formatter.Annotation)
            .WithLeadingTrivia(SyntaxFactory.ElasticCarriageReturnLineFeed);
        var extended = (TypeDeclarationSyntax)generator.InsertMembers(declaration, generator.GetMembers(declaration).Count, written);
        return BaseList.Add(extended, SyntaxFactory.ParseTypeName("global::System.IDisposable").WithAdditionalAnnotations(Simplifier.Annotation));
    }

    private static MethodDeclarationSyntax? Find(TypeDeclarationSyntax declaration) => declaration.Members.OfType<MethodDeclarationSyntax>().FirstOrDefault(
        static method => method is { Identifier.ValueText: "Dispose", ParameterList.Parameters.Count: 0, ReturnType: PredefinedTypeSyntax }
            && (method.Body is not null || method.ExpressionBody is not null)
            && !method.Modifiers.Any(SyntaxKind.StaticKeyword));

    private static bool HasDispose(INamedTypeSymbol type)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (!current.GetMembers("Dispose").IsEmpty)
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasStatement(MethodDeclarationSyntax method, string statement) => method.DescendantNodes().Any(node =>
        node is ExpressionStatementSyntax or ArrowExpressionClauseSyntax
        && (node is ArrowExpressionClauseSyntax arrow ? arrow.Expression + ";" : node.ToString()) == statement);

    private static MethodDeclarationSyntax Append(MethodDeclarationSyntax method, string text)
    {
        var lineEnd = LineEnds.Around(method);
        var statement = SyntaxFactory.ParseStatement(text).WithTrailingTrivia(lineEnd);
        if (method.Body is { } body)
        {
            return method.WithBody(body.AddStatements(statement.WithAdditionalAnnotations(Formatter.Annotation)));
        }

        var first = SyntaxFactory.ExpressionStatement(method.ExpressionBody!.Expression.WithoutTrivia()).WithTrailingTrivia(lineEnd);
        var block = SyntaxFactory.Block(first, statement)
            .WithTrailingTrivia(method.SemicolonToken.TrailingTrivia)
            .WithAdditionalAnnotations(Formatter.Annotation);
        return method
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithParameterList(method.ParameterList.WithTrailingTrivia(lineEnd))
            .WithBody(block)
            .WithAdditionalAnnotations(Formatter.Annotation);
    }
}
