using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.RoslynTesting;

/// <summary>A code fix and the analyzers whose diagnostics it fixes.</summary>
public sealed record CodeFixSetup(AnalyzerSetup Analyzers, CodeFixProvider Fix)
{
    /// <summary>Tests one fix of one analyzer without anything around it.</summary>
    public static CodeFixSetup For<TAnalyzer, TFix>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new(AnalyzerSetup.For<TAnalyzer>(), new TFix());
}
