using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>The code in which a local variable can be used.</summary>
internal static class CodeAround
{
    /// <summary>
    /// The member that a node stands in. Of top-level statements each is a member to the syntax, and all share their variables: there it is
    /// the file.
    /// </summary>
    public static SyntaxNode? Of(SyntaxNode node) => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() is { } member
        ? member is GlobalStatementSyntax ? member.Parent : member
        : null;
}
