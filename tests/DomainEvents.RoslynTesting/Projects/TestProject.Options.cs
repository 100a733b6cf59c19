using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

public sealed partial record TestProject
{
    /// <summary>Names the assembly.</summary>
    public TestProject WithAssemblyName(string name) => this with { AssemblyName = name };

    /// <summary>Moves the project to another folder; the path ends with a slash.</summary>
    public TestProject WithRoot(string root) => this with { Root = root };

    /// <summary>Sets the C# version.</summary>
    public TestProject WithLanguageVersion(LanguageVersion version) => this with { ParseOptions = ParseOptions.WithLanguageVersion(version) };

    /// <summary>Defines preprocessor symbols.</summary>
    public TestProject WithSymbols(params IEnumerable<string> symbols) =>
        this with { ParseOptions = ParseOptions.WithPreprocessorSymbols(ParseOptions.PreprocessorSymbolNames.Concat(symbols)) };

    /// <summary>Checks XML documentation, as <c>GenerateDocumentationFile</c> does: CS1591 and its like appear.</summary>
    public TestProject WithDocumentation() => this with { ParseOptions = ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose) };

    /// <summary>Sets the nullable context.</summary>
    public TestProject WithNullable(NullableContextOptions nullable) => this with { CompilationOptions = CompilationOptions.WithNullableContextOptions(nullable) };

    /// <summary>Builds a program instead of a library.</summary>
    public TestProject AsExecutable() => this with { CompilationOptions = CompilationOptions.WithOutputKind(OutputKind.ConsoleApplication) };

    /// <summary>Checks arithmetic for overflow.</summary>
    public TestProject WithCheckedArithmetic() => this with { CompilationOptions = CompilationOptions.WithOverflowChecks(true) };

    /// <summary>Allows unsafe code.</summary>
    public TestProject WithUnsafe() => this with { CompilationOptions = CompilationOptions.WithAllowUnsafe(true) };

    /// <summary>Silences diagnostics of the test's own sources that are no concern of the test.</summary>
    public TestProject WithSuppressed(params IEnumerable<string> ids) =>
        WithSpecificOptions(ids.Select(static id => KeyValuePair.Create(id, ReportDiagnostic.Suppress)));

    /// <summary>Sets severities as a ruleset would, for example to turn on a rule that is off by default.</summary>
    public TestProject WithSeverity(string id, ReportDiagnostic severity) => WithSpecificOptions([KeyValuePair.Create(id, severity)]);

    /// <summary>Lets other assemblies see the internals.</summary>
    public TestProject WithInternalsVisibleTo(params IEnumerable<string> assemblies) =>
        WithFile("obj/AssemblyInfo.cs", string.Concat(assemblies.Select(static name =>
            $"[assembly: global::System.Runtime.CompilerServices.InternalsVisibleTo({SymbolDisplay.FormatLiteral(name, quote: true)})]\n")));

    private TestProject WithSpecificOptions(IEnumerable<KeyValuePair<string, ReportDiagnostic>> options) =>
        this with { CompilationOptions = CompilationOptions.WithSpecificDiagnosticOptions(CompilationOptions.SpecificDiagnosticOptions.SetItems(options)) };
}
