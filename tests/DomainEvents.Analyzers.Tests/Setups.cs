using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Tests;

/// <summary>Projects that reference the runtime and run the generator, as every consumer does.</summary>
internal static class Setups
{
    /// <summary>All rules and suppressors of the package.</summary>
    public static IReadOnlyList<DiagnosticAnalyzer> AllAnalyzers { get; } = Create<DiagnosticAnalyzer>(typeof(DomainEventAnalyzer));

    /// <summary>All fixes of the package.</summary>
    public static IReadOnlyList<CodeFixProvider> AllFixes { get; } = Create<CodeFixProvider>(typeof(CodeFixes.Fixes.MakePartialFix));

    public static AnalyzerSetup For<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => Around(AnalyzerSetup.For<TAnalyzer>());

    public static CodeFixSetup For<TAnalyzer, TFix>()
        where TAnalyzer : DiagnosticAnalyzer, new()
        where TFix : CodeFixProvider, new() => new(For<TAnalyzer>(), new TFix());

    /// <summary>One rule in a project that writes to a database: units of work, Entity Framework and the outbox are at hand.</summary>
    public static AnalyzerSetup ForTransactions<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => AroundTransactions(For<TAnalyzer>());

    /// <summary>Adds units of work, Entity Framework and the outbox to a project.</summary>
    public static AnalyzerSetup AroundTransactions(AnalyzerSetup setup) => setup
        .WithReferences(typeof(Microsoft.EntityFrameworkCore.DomainEventsDbContextExtensions).Assembly, typeof(Persistence.UnitOfWork).Assembly)
        .WithProject(static project => project.WithImplicitUsings(
            "DomainEvents", "DomainEvents.Persistence", "Microsoft.EntityFrameworkCore", "System.Data.Common"));

    /// <summary>All rules at once: what one of them advises must not displease another.</summary>
    public static AnalyzerSetup ForAll() => Around(ForAllBare());

    /// <summary>All rules without a project around them. Hints are no rules: they find nothing wrong.</summary>
    public static AnalyzerSetup ForAllBare() => AnalyzerSetup.For(AllAnalyzers.Where(static analyzer =>
        analyzer is not DiagnosticSuppressor && analyzer.SupportedDiagnostics.Any(static rule => rule.DefaultSeverity != Microsoft.CodeAnalysis.DiagnosticSeverity.Hidden)));

    /// <summary>Puts analyzers into a consumer's project.</summary>
    public static AnalyzerSetup Around(AnalyzerSetup setup) => setup
        .WithGenerators(new DomainEventGenerator())
        .WithReferences(typeof(DomainEventAttribute).Assembly)
        .WithProject(static project => project.WithImplicitUsings("DomainEvents"));

    /// <summary>One rule in a test project.</summary>
    public static AnalyzerSetup ForTests<TAnalyzer>()
        where TAnalyzer : DiagnosticAnalyzer, new() => AroundTests(AnalyzerSetup.For<TAnalyzer>());

    /// <summary>Puts analyzers into a project of tests: xunit and the spy are at hand.</summary>
    public static AnalyzerSetup AroundTests(AnalyzerSetup setup) => setup
        .WithGenerators(new DomainEventGenerator())
        .WithReferences(typeof(DomainEventAttribute).Assembly, typeof(Testing.EventSpy).Assembly, typeof(FactAttribute).Assembly, typeof(Assert).Assembly)
        .WithProject(static project => project.WithImplicitUsings("DomainEvents", "Xunit").WithSuppressed("CS1701", "CS1702"));

    private static List<T> Create<T>(Type sibling) => [.. sibling.Assembly.GetTypes()
        .Where(static type => typeof(T).IsAssignableFrom(type) && !type.IsAbstract)
        .OrderBy(static type => type.Name, StringComparer.Ordinal)
        .Select(static type => (T)Activator.CreateInstance(type)!)];
}
