using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells tests from other code, by the attributes and assemblies of the usual frameworks.</summary>
internal static class TestCode
{
    /// <summary>Whether a compilation references a test framework: asked once a compilation, by <see cref="KnownSymbols.IsTestProject"/>.</summary>
    public static bool References(Compilation compilation) => compilation.ReferencedAssemblyNames.Any(static assembly =>
        assembly.Name is "nunit.framework" or "TUnit.Core" or "xunit.core" or "xunit.v3.core" or "MSTest.TestFramework"
            or "Microsoft.VisualStudio.TestPlatform.TestFramework");

    public static bool IsTestMethod(MethodDeclarationSyntax method)
    {
        foreach (var list in method.AttributeLists)
        {
            foreach (var attribute in list.Attributes)
            {
                if (SyntaxText.TypeName(attribute.Name) is "Fact" or "Theory" or "Test" or "TestCase" or "TestCaseSource" or "TestMethod" or "DataTestMethod"
                    or "FactAttribute" or "TheoryAttribute" or "TestAttribute" or "TestMethodAttribute")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
