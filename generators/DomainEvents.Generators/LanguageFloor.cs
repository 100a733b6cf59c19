using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators;

/// <summary>
/// The oldest C# that generated code is written in. Below it nothing is generated: an analyzer asks for a newer version once, instead of
/// the compiler at every line of ours.
/// </summary>
internal static class LanguageFloor
{
    public static bool IsReached(Compilation compilation) =>
        compilation is CSharpCompilation { LanguageVersion: >= LanguageVersion.CSharp9 };
}
