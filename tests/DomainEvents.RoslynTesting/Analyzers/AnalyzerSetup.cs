using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting;

/// <summary>What the tests of one rule have in common: the analyzers, the generators that run first, and the project around the source.</summary>
public sealed record AnalyzerSetup
{
    private AnalyzerSetup()
    {
    }

    /// <summary>The analyzers under test.</summary>
    public ImmutableArray<DiagnosticAnalyzer> Analyzers { get; private init; } = [];

    /// <summary>The generators whose output the analyzers see.</summary>
    public ImmutableArray<IIncrementalGenerator> Generators { get; private init; } = [];

    /// <summary>The project that sources are put into.</summary>
    public TestProject Project { get; private init; } = TestProject.Create();

    /// <summary>The rules that the analyzers can report.</summary>
    public IEnumerable<DiagnosticDescriptor> Rules => Analyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).DistinctBy(static rule => rule.Id);

    /// <summary>Tests one analyzer.</summary>
    public static AnalyzerSetup For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => For(new TAnalyzer());

    /// <summary>Tests several analyzers together.</summary>
    public static AnalyzerSetup For(params IEnumerable<DiagnosticAnalyzer> analyzers) => new() { Analyzers = [.. analyzers] };

    /// <summary>Runs generators first.</summary>
    public AnalyzerSetup WithGenerators(params IEnumerable<IIncrementalGenerator> generators) => this with { Generators = [.. Generators, .. generators] };

    /// <summary>Adds built assemblies and whatever they refer to that lies beside them.</summary>
    public AnalyzerSetup WithReferences(params IEnumerable<Assembly> assemblies) => this with { Project = Project.WithReferences(assemblies) };

    /// <summary>Changes the project that sources are put into.</summary>
    public AnalyzerSetup WithProject(Func<TestProject, TestProject> change) => this with { Project = change(Project) };

    /// <summary>The project with the given sources, named <c>Source0.cs</c> and so on, in front of the files it has.</summary>
    public TestProject ProjectOf(params IEnumerable<string> sources) => Project.WithFiles([.. TestProject.Create(sources).Files, .. Project.Files]);
}
