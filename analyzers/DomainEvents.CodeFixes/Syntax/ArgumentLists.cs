using DomainEvents.Generators.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Adds to the arguments of a call.</summary>
internal static class ArgumentLists
{
    /// <summary>The list with a variable behind what is there, named where a parameter is given.</summary>
    public static ArgumentListSyntax Append(ArgumentListSyntax list, string variable, string? parameter = null)
    {
        var argument = SyntaxFactory.Argument(SyntaxFactory.IdentifierName(CSharpIdentifier.Escape(variable)));
        if (parameter is { Length: > 0 })
        {
            argument = argument.WithNameColon(SyntaxFactory.NameColon(parameter).WithTrailingTrivia(SyntaxFactory.Space));
        }

        return list.Arguments.Count == 0
            ? list.WithArguments([argument])
            : list.WithArguments(SyntaxFactory.SeparatedList<ArgumentSyntax>(
                [.. list.Arguments.GetWithSeparators(), SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space), argument]));
    }
}
