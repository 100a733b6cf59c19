using BenchmarkDotNet.Attributes;
using DomainEvents.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Benchmarks.Generator;

/// <summary>
/// One run of the generator after an edit. Editor mode leaves the implementation outputs out, as some editors do while one types;
/// build mode has them. The floor is a generator that looks at every file's syntax and finds nothing.
/// </summary>
[MemoryDiagnoser]
public class GeneratorBenchmarks
{
    private SyntheticProject _project = null!;
    private GeneratorDriver _editor = null!;
    private GeneratorDriver _build = null!;
    private GeneratorDriver _floor = null!;

    [Params(100, 1000, 5000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void SetUp()
    {
        _project = new SyntheticProject(Size);
        _editor = Driver(new DomainEventGenerator(), IncrementalGeneratorOutputKind.Implementation).RunGenerators(_project.Compilation);
        _build = Driver(new DomainEventGenerator(), IncrementalGeneratorOutputKind.None).RunGenerators(_project.Compilation);
        _floor = Driver(new NothingGenerator(), IncrementalGeneratorOutputKind.None).RunGenerators(_project.Compilation);
    }

    [Benchmark(Baseline = true)]
    public object Floor_edit_elsewhere() => _floor.RunGenerators(_project.EditOther());

    [Benchmark]
    public object Editor_edit_elsewhere() => _editor.RunGenerators(_project.EditOther());

    [Benchmark]
    public object Editor_edit_of_a_body() => _editor.RunGenerators(_project.EditBody());

    [Benchmark]
    public object Editor_edit_of_a_property() => _editor.RunGenerators(_project.EditProperty());

    [Benchmark]
    public object Build_edit_elsewhere() => _build.RunGenerators(_project.EditOther());

    [Benchmark]
    public object Build_edit_of_a_property() => _build.RunGenerators(_project.EditProperty());

    [Benchmark]
    public object Build_from_nothing() =>
        Driver(new DomainEventGenerator(), IncrementalGeneratorOutputKind.None).RunGenerators(_project.Compilation);

    private static GeneratorDriver Driver(IIncrementalGenerator generator, IncrementalGeneratorOutputKind disabled) =>
        CSharpGeneratorDriver.Create([generator.AsSourceGenerator()], driverOptions: new GeneratorDriverOptions(disabled));

    private sealed class NothingGenerator : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) => context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(static (_, _) => false, static (_, _) => 0).Collect(), static (_, _) => { });
    }
}
