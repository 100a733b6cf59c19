using System.Text;
using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>
/// Types that may be events or hold handlers, told by syntax alone. Names of attributes are not looked at: an alias may stand for ours.
/// </summary>
internal static class CandidateSyntax
{
    /// <summary>
    /// What a declaration tells of its type; <see langword="null"/> where the compilation need not be asked, and while a part of the name is
    /// not typed yet.
    /// </summary>
    public static Candidate? Read(TypeDeclarationSyntax type)
    {
        if (TraitsOf(type) is not (not CandidateTraits.None and var traits))
        {
            return null;
        }

        for (SyntaxNode? current = type; current is TypeDeclarationSyntax declaration; current = current.Parent)
        {
            if (declaration.Identifier.ValueText.Length == 0)
            {
                return null;
            }
        }

        return new Candidate(MetadataName(type), traits);
    }

    /// <summary>The name by which the assembly finds the type: <c>Shop.Outer`1+Inner</c>.</summary>
    public static string MetadataName(TypeDeclarationSyntax type)
    {
        var result = new StringBuilder();
        Append(type, result);
        return result.ToString();
    }

    private static CandidateTraits TraitsOf(TypeDeclarationSyntax type)
    {
        var isClass = type is ClassDeclarationSyntax or RecordDeclarationSyntax;
        return (isClass && type.BaseList is not null ? CandidateTraits.HasBases : CandidateTraits.None)
            | (isClass && type.AttributeLists.Count > 0 ? CandidateTraits.HasAttributes : CandidateTraits.None)
            | (HasMarkedMethod(type) ? CandidateTraits.HasMarkedMethods : CandidateTraits.None);
    }

    private static bool HasMarkedMethod(TypeDeclarationSyntax type)
    {
        foreach (var member in type.Members)
        {
            if (member.AttributeLists.Count > 0 && member.IsKind(SyntaxKind.MethodDeclaration))
            {
                return true;
            }
        }

        return false;
    }

    private static void Append(TypeDeclarationSyntax type, StringBuilder result)
    {
        if (type.Parent is TypeDeclarationSyntax container)
        {
            Append(container, result);
            result.Append('+');
        }
        else
        {
            AppendNamespace(type.Parent, result);
        }

        result.Append(type.Identifier.ValueText);
        if (type.TypeParameterList is { Parameters.Count: var arity and > 0 })
        {
            result.Append('`').Append(arity);
        }
    }

    private static void AppendNamespace(SyntaxNode? node, StringBuilder result)
    {
        if (node is BaseNamespaceDeclarationSyntax declaration)
        {
            AppendNamespace(declaration.Parent, result);
            AppendName(declaration.Name, result);
            result.Append('.');
        }
    }

    private static void AppendName(NameSyntax name, StringBuilder result)
    {
        if (name is QualifiedNameSyntax qualified)
        {
            AppendName(qualified.Left, result);
            result.Append('.');
            AppendName(qualified.Right, result);
        }
        else if (name is SimpleNameSyntax simple)
        {
            result.Append(simple.Identifier.ValueText);
        }
    }
}
