using System.Collections.Immutable;
using BenchmarkDotNet.Attributes;
using DomainEvents.Analyzers;
using DomainEvents.Benchmarks.Generator;
using DomainEvents.Benchmarks.Publishing;
using DomainEvents.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Benchmarks.Analyzers;

/// <summary>
/// All rules together beside the compiler's own binding of the same code, as in a build: what a project pays for the rules is the
/// difference. A compilation that has been bound keeps what it found, so each run gets a fresh one. A run takes seconds, so few are made:
/// the in-process toolchain gives up after five minutes.
/// </summary>
[MemoryDiagnoser]
[WarmupCount(2)]
[IterationCount(10)]
public class AnalyzerBenchmarks
{
    // The compiler leaves out rules that only hint.
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_all = [.. typeof(DomainEventAnalyzer).Assembly.GetTypes()
        .Where(static type => typeof(DiagnosticAnalyzer).IsAssignableFrom(type) && !type.IsAbstract)
        .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!)
        .Where(static analyzer => analyzer.SupportedDiagnostics.Any(static rule => rule.DefaultSeverity != DiagnosticSeverity.Hidden))];

    private CSharpCompilation _compilation = null!;

    [Params(1000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        CSharpGeneratorDriver.Create([new DomainEventGenerator().AsSourceGenerator()])
            .RunGeneratorsAndUpdateCompilation(new SyntheticProject(Size).Compilation, out Compilation compilation, out _);
        _compilation = (CSharpCompilation)compilation;
    }

    [Benchmark(Baseline = true)]
    public int Bind() => _compilation.Clone().GetDiagnostics().Length;

    [Benchmark]
    public Task<int> Bind_with_a_rule_that_does_nothing() => AnalyzeAsync([new NothingAnalyzer()]);

    [Benchmark]
    public Task<int> Bind_with_all_rules() => AnalyzeAsync(s_all);

    private async Task<int> AnalyzeAsync(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([], CompositionRootOptions.Instance), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false);
        return (await _compilation.Clone().WithAnalyzers(analyzers, options).GetAllDiagnosticsAsync().ConfigureAwait(false)).Length;
    }

    /// <summary>What the machinery around analyzers costs by itself.</summary>
#pragma warning disable RS1001, RS1012, RS1036 // no compiler ever loads it
    private sealed class NothingAnalyzer : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
            [new("NONE", "None", "None", "None", DiagnosticSeverity.Hidden, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterCompilationStartAction(static _ => { });
        }
    }
}
