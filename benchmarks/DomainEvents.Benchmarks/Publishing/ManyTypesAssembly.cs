using System.Reflection;
using System.Text;
using DomainEvents.Benchmarks.Generator;
using DomainEvents.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>An event that calls its handler itself: the floor.</summary>
public interface IRaisable : IDomainEvent
{
    /// <summary>Calls the handler of this event's class.</summary>
    void Raise();
}

/// <summary>An application with many events, generated, compiled and loaded: nobody wants to read a thousand of them.</summary>
/// <param name="count">How many events.</param>
/// <param name="kind">How they are declared.</param>
internal sealed class ManyTypesAssembly(int count, string kind)
{
    /// <summary>Loads the assembly and installs its handlers.</summary>
    public Assembly Load()
    {
        var name = $"ManyTypes{Guid.NewGuid():N}";
        var compilation = CSharpCompilation.Create(
            name,
            Enumerable.Range(0, count).Select(i => CSharpSyntaxTree.ParseText(Event(name, i), encoding: Encoding.UTF8)),
            [.. SyntheticProject.References(), MetadataReference.CreateFromFile(typeof(IRaisable).Assembly.Location)],
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver
            .Create([new DomainEventGenerator().AsSourceGenerator()], optionsProvider: CompositionRootOptions.Instance)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        using var stream = new MemoryStream();
        var result = generated.Emit(stream);
        if (!result.Success)
        {
            throw new InvalidOperationException(string.Join(Environment.NewLine, result.Diagnostics.Take(5)));
        }

        var assembly = Assembly.Load(stream.ToArray());
        System.Runtime.CompilerServices.RuntimeHelpers.RunModuleConstructor(assembly.ManifestModule.ModuleHandle);
        return assembly;
    }

    private string Event(string name, int i) => $$"""
        using DomainEvents;
        using System.Runtime.CompilerServices;

        namespace {{name}};

        [DomainEvent("many.event{{i}}")]
        public sealed {{kind}} Event{{i}} : DomainEvents.Benchmarks.Publishing.IRaisable
        {
            public int Value { get; }

            public void Raise() => Handler{{i}}.On(this);

            public static void Naive(object e) => Handler{{i}}.On((Event{{i}})e);
        }

        public static class Handler{{i}}
        {
            private static long s_sum;

            [DomainEventHandler]
            [MethodImpl(MethodImplOptions.NoInlining)]
            public static void On(Event{{i}} domainEvent) => s_sum += domainEvent.Value + {{i}};
        }
        """;
}
