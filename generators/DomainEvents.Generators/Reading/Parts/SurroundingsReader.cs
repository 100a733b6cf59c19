using System.Text;
using DomainEvents.Generators.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>Reads what stands around a declaration: usings, namespaces and containing types.</summary>
internal sealed class SurroundingsReader
{
    private readonly CompilationUnitSyntax _root;
    private HashSet<string>? _fileTypes;

    private SurroundingsReader(CompilationUnitSyntax root) => _root = root;

    public static EnclosingText Read(TypeDeclarationSyntax type, CompilationUnitSyntax root) => new SurroundingsReader(root).Read(type);

    private EnclosingText Read(TypeDeclarationSyntax type)
    {
        string opening = "", containers = "", containerKey = "", containerNames = "", namespaceName = "";
        var depth = 0;
        var isUnreachable = false;
        for (var node = type.Parent; node is not null; node = node.Parent)
        {
            switch (node)
            {
                case TypeDeclarationSyntax container:
                    isUnreachable |= !CanBeJoined(container);
                    containers = $"partial {SyntaxText.Keyword(container)} {container.Identifier.Text}{SyntaxText.TypeParameters(container)} {{\n{containers}";
                    containerKey = $"{container.Identifier.ValueText}`{container.Arity}+{containerKey}";
                    containerNames = containerNames.Length == 0
                        ? container.Identifier.ValueText
                        : container.Identifier.ValueText + "+" + containerNames;
                    depth++;
                    break;
                case BaseNamespaceDeclarationSyntax outer:
                    isUnreachable |= outer.Name.ContainsDiagnostics;
                    opening = $"namespace {SyntaxText.Of(outer.Name)} {{\n{Usings(outer.Externs, outer.Usings)}{opening}";
                    var name = SyntaxText.Unescaped(outer.Name);
                    namespaceName = namespaceName.Length == 0 ? name : name + "." + namespaceName;
                    depth++;
                    break;
            }
        }

        return new EnclosingText(
            new Surroundings(Usings(_root.Externs, _root.Usings), opening + containers, depth, namespaceName),
            namespaceName.Length == 0 ? containerKey : namespaceName + "." + containerKey,
            containerNames,
            isUnreachable);
    }

    private static bool CanBeJoined(TypeDeclarationSyntax container) =>
        container.Modifiers.Any(SyntaxKind.PartialKeyword)
        && !container.Modifiers.Any(SyntaxKind.FileKeyword)
        && !container.Identifier.IsMissing
        && container.TypeParameterList is not { ContainsDiagnostics: true };

    /// <summary>A line each. Global ones apply to generated files anyway, half-typed ones would swallow what follows.</summary>
    private string Usings(SyntaxList<ExternAliasDirectiveSyntax> externs, SyntaxList<UsingDirectiveSyntax> usings)
    {
        if (externs.Count + usings.Count == 0)
        {
            return "";
        }

        var text = new StringBuilder();
        foreach (var directive in externs)
        {
            if (!directive.ContainsDiagnostics)
            {
                text.Append(SyntaxText.Of(directive)).Append('\n');
            }
        }

        foreach (var directive in usings)
        {
            if (!directive.ContainsDiagnostics && directive.GlobalKeyword.IsKind(SyntaxKind.None) && !NamesFileType(directive))
            {
                text.Append(SyntaxText.Of(directive)).Append('\n');
            }
        }

        return text.ToString();
    }

    /// <summary>A type that is local to the user's file cannot be named from ours.</summary>
    private bool NamesFileType(UsingDirectiveSyntax directive)
    {
        if (directive.Alias is null && directive.StaticKeyword.IsKind(SyntaxKind.None))
        {
            return false;
        }

        _fileTypes ??= FileTypes();
        return _fileTypes.Count > 0 && directive.NamespaceOrType.DescendantTokens().Any(token => _fileTypes.Contains(token.ValueText));
    }

    private HashSet<string> FileTypes()
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var node in _root.DescendantNodes(static node => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax))
        {
            if (node is BaseTypeDeclarationSyntax type && type.Modifiers.Any(SyntaxKind.FileKeyword))
            {
                names.Add(type.Identifier.ValueText);
            }
        }

        return names;
    }
}

/// <summary>What stands around a declaration.</summary>
/// <param name="Surroundings">As the generated part repeats it.</param>
/// <param name="KeyPrefix">Namespace and containers, up to and including the last separator.</param>
/// <param name="ContainerNames">The containing types' names, outermost first, separated by <c>+</c>.</param>
/// <param name="IsUnreachable">Whether a container cannot be repeated.</param>
internal sealed record EnclosingText(Surroundings Surroundings, string KeyPrefix, string ContainerNames, bool IsUnreachable);
