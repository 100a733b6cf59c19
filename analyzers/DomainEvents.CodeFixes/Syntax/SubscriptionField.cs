using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Editing;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Simplification;

namespace DomainEvents.CodeFixes.Syntax;

/// <summary>Writes the field that keeps a subscription, behind the fields that are there.</summary>
internal static class SubscriptionField
{
    public static TypeDeclarationSyntax Insert(TypeDeclarationSyntax declaration, string name, bool isNullable, SyntaxGenerator generator)
    {
        var type = SyntaxFactory.ParseTypeName("global::DomainEvents.EventSubscription" + (isNullable ? "?" : ""));
        var field = generator.FieldDeclaration(name, type, Accessibility.Private).WithAdditionalAnnotations(Simplifier.Annotation, Formatter.Annotation);
        var members = generator.GetMembers(declaration).ToList();
        return (TypeDeclarationSyntax)generator.InsertMembers(declaration, members.FindLastIndex(static member => member is FieldDeclarationSyntax) + 1, field);
    }
}
