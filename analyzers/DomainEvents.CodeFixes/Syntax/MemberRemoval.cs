using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Takes a member out of its type and leaves no blank line where it stood.</summary>
internal static class MemberRemoval
{
    public static void Remove(SyntaxEditor editor, MemberDeclarationSyntax member)
    {
        // The first member of a type stands right behind the brace.
        if (member.Parent is TypeDeclarationSyntax { Members: { Count: > 1 } members } && members[0] == member)
        {
            editor.ReplaceNode(members[1], static (node, _) => node.WithLeadingTrivia(
                node.GetLeadingTrivia().SkipWhile(static trivia => trivia.IsKind(SyntaxKind.EndOfLineTrivia))));
        }

        editor.RemoveNode(member, SyntaxRemoveOptions.KeepUnbalancedDirectives);
    }
}
