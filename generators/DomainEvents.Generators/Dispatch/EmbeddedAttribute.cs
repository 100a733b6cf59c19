using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Dispatch;

/// <summary>The attribute that keeps the registration class of one assembly out of the sight of others.</summary>
internal static class EmbeddedAttribute
{
    private const string SimpleName = "EmbeddedAttribute";

    /// <summary>Whether a declaration in source is it. A second definition need not be partial: then ours would be an error.</summary>
    public static bool IsDefinedBy(TypeDeclarationSyntax type) =>
        type is ClassDeclarationSyntax
        && type.Identifier.ValueText == SimpleName
        && CandidateSyntax.MetadataName(type) == "Microsoft.CodeAnalysis." + SimpleName;
}
