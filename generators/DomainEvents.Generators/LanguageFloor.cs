using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators;

/// <summary>
/// The oldest C# that generated code is written in. Below it nothing is generated: an analyzer asks for a newer version once, instead of
/// the compiler at every line of ours.
/// </summary>
internal static class LanguageFloor
{
    public const LanguageVersion Lowest = LanguageVersion.CSharp9;

    /// <summary>The first C# with partial properties.</summary>
    public const LanguageVersion PartialProperties = LanguageVersion.CSharp13;

    public static bool IsReached(Compilation compilation) => compilation is CSharpCompilation { LanguageVersion: >= Lowest };

    /// <summary>Whether a part of ours may implement a property that this tree declares.</summary>
    public static bool HasPartialProperties(SyntaxTree tree) => tree.Options is CSharpParseOptions { LanguageVersion: >= PartialProperties };
}
