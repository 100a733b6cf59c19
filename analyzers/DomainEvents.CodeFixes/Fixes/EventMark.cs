using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Fixes;

/// <summary>Marks a type as an event.</summary>
internal static class EventMark
{
    /// <summary>Whether the generator could write a part of the type.</summary>
    public static bool CanHavePart(TypeDeclarationSyntax declaration) =>
        !declaration.Modifiers.Any(SyntaxKind.FileKeyword)
        && declaration.Ancestors().OfType<TypeDeclarationSyntax>().All(static type => type.Modifiers.Any(SyntaxKind.PartialKeyword));

    /// <summary>The declaration with <c>[DomainEvent]</c> in front and <c>partial</c>.</summary>
    public static TypeDeclarationSyntax Add(TypeDeclarationSyntax declaration, string lineEnd)
    {
        var trivia = declaration.GetLeadingTrivia();
        var attribute = SyntaxFactory.Attribute(SyntaxFactory.ParseName("global::DomainEvents.DomainEvent"))
            .WithAdditionalAnnotations(Simplifier.Annotation);
        var list = SyntaxFactory.AttributeList([attribute]).WithTrailingTrivia(SyntaxFactory.EndOfLine(lineEnd));

        // The comment stands before the first attribute; the declaration keeps its indentation.
        var indentation = trivia.Reverse().TakeWhile(static part => part.IsKind(SyntaxKind.WhitespaceTrivia));
        var bare = PartialKeyword.AddTo(declaration.WithLeadingTrivia(indentation));
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list.WithLeadingTrivia(trivia)));
    }
}
