using DomainEvents.Generators.Tests.Emission;
using DomainEvents.Hosting.CompilerServices;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>Runs the whole generator as a user's project would: typing path, build path and container, in a strict consumer.</summary>
internal static class Edge
{
    /// <summary>
    /// A composition root. CS1591 is off, for the sources have no comments; <see cref="Run"/> looks for it in our own files. CS0657: the
    /// compiler does not know that the attribute of a positional parameter is copied.
    /// </summary>
    public static TestProject Project(params IEnumerable<string> sources) => Library("Shop.App", sources)
        .WithReferences(typeof(DomainEventsRegistration).Assembly)
        .WithBuildProperty("DomainEventsCompositionRoot", "true");

    public static TestProject Library(string name, params IEnumerable<string> sources) => TestProject.Create(sources)
        .WithReferences(typeof(IDomainEvent).Assembly)
        .WithAssemblyName(name)
        .WithDocumentation()
        .WithSuppressed("CS1591", "CS0657");

    public static GeneratorResult Generate(params IEnumerable<string> sources) => Run(Project(sources));

    public static GeneratorResult Run(TestProject project, GeneratorChecks checks = GeneratorChecks.All)
    {
        var result = GeneratorRunner.Run(new DomainEventGenerator(), project, checks);
        var strict = result.Compilation.WithOptions(result.Compilation.Options.WithSpecificDiagnosticOptions(
            result.Compilation.Options.SpecificDiagnosticOptions.Remove("CS1591")));
        Assert.DoesNotContain(strict.GetDiagnostics(TestContext.Current.CancellationToken), diagnostic =>
            diagnostic.Id == "CS1591" && result.Files.Any(file => file.Tree == diagnostic.Location.SourceTree));
        return result;
    }

    /// <summary>What the statements return.</summary>
    public static object? Execute(string source, string statements) => Execute(Project(source), statements);

    public static object? Execute(TestProject project, string statements, GeneratorChecks checks = GeneratorChecks.All) =>
        GeneratorExecution.Call(Run(project.WithFile("Script.cs", HandMade.Script(statements)), checks), "Script", "Run");

    /// <summary>The errors and warnings of a project whose input is broken, less those that are expected.</summary>
    public static IEnumerable<string> Faults(GeneratorResult result, params string[] expected) => result.Compilation
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !expected.Contains(diagnostic.Id))
        .Select(static diagnostic => diagnostic.ToString());
}
