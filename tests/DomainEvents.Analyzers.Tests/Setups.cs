using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Tests;

/// <summary>Projects that reference the runtime.</summary>
internal static class Setups
{
    public static AnalyzerSetup For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() =>
        AnalyzerSetup.For<TAnalyzer>().WithReferences(typeof(DomainEventAttribute).Assembly).WithProject(project => project.WithImplicitUsings("DomainEvents"));

    public static CodeFixSetup For<TAnalyzer, TFix>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new(For<TAnalyzer>(), new TFix());
}
