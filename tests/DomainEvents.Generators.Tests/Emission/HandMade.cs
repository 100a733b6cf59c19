using System.Collections.Immutable;
using DomainEvents.Generators.Emission;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Runs the emitter on models made by hand, beside the sources that they describe.</summary>
internal static class HandMade
{
    /// <summary>A class in namespace Shop without members, deriving from <c>DomainEvent</c>.</summary>
    public static EventModel Class(string name, string? eventType) => new()
    {
        Key = $"Shop.{name}`0",
        FilePath = "/project/Source0.cs",
        Surroundings = new Surroundings("", "namespace Shop {\n", 1, "Shop"),
        Keyword = "class",
        Identifier = name,
        Name = name,
        TypeParameters = "",
        IsAbstract = false,
        IsSealed = false,
        NullableEnabled = true,
        EventType = eventType,
        Identity = new IdentityModel
        {
            DerivesFromDomainEvent = true,
            Index = IndexHandover.BaseConstructor,
            EventId = MemberSupply.Keep,
            OccurredAt = MemberSupply.Keep,
            EventType = MemberSupply.Override,
            EventVersion = MemberSupply.Override,
        },
    };

    /// <summary>A record in namespace Shop, which has all members itself.</summary>
    public static EventModel Record(string name, string? eventType) => Class(name, eventType) with
    {
        Keyword = "record",
        Identity = new IdentityModel { ImplementsInterface = true },
    };

    public static ConstructorModel Constructor(params ParameterModel[] parameters) =>
        new() { Accessibility = "public", Parameters = new EquatableArray<ParameterModel>(parameters) };

    public static ParameterModel Parameter(string type, string property, GuardKind guard = GuardKind.None) => new()
    {
        Type = type,
        Name = char.ToLowerInvariant(property[0]) + property[1..],
        Property = property,
        Guard = guard,
        IsOptional = type.EndsWith('?'),
        NullableEnabled = true,
    };

    public static PositionalPropertyModel Positional(string type, string name, GuardKind guard = GuardKind.None) =>
        new() { Type = type, Name = name, Identifier = name, Guard = guard, NullableEnabled = true };

    /// <summary>A strict consumer: every warning, documentation on, the runtime referenced.</summary>
    public static TestProject Consumer(string source) => TestProject.Create(source)
        .WithReferences(typeof(IDomainEvent).Assembly)
        .WithDocumentation()
        .WithAssemblyName("Shop.Tests");

    /// <summary>Generates and compiles with every check of the harness on.</summary>
    public static GeneratorResult Run(string source, params EventModel[] models) => Run(Consumer(source), models);

    public static GeneratorResult Run(TestProject project, params EventModel[] models) =>
        GeneratorRunner.Run(new ModelGenerator([.. models]), project);

    /// <summary>A class whose method <c>Run</c> holds the statements, to be called after the build.</summary>
    public static string Script(string body) => $$"""


        internal static class Script
        {
            internal static object? Run()
            {
                {{body}}
                {{(body.Contains("return", StringComparison.Ordinal) ? "" : "return null;")}}
            }
        }
        """;

    /// <summary>Stands in for the reading half of the pipeline.</summary>
    private sealed class ModelGenerator(ImmutableArray<EventModel> models) : IIncrementalGenerator
    {
        public void Initialize(IncrementalGeneratorInitializationContext context) =>
            context.RegisterSourceOutput(context.CompilationProvider, (output, compilation) =>
            {
                foreach (var file in FileBundle.Group([.. models.Select(EventEmitter.Emit)]))
                {
                    output.AddSource(file.Hint, SourceText.From(file.Render(), System.Text.Encoding.UTF8));
                }

                var constants = EventTypesEmitter.Sort([.. models.Select(EventConstant.From).OfType<EventConstant>()]);
                if (EventTypesEmitter.Emit(constants, EventTypesEmitter.Namespace(null, compilation.AssemblyName)) is { } text)
                {
                    output.AddSource(EventTypesEmitter.Hint, SourceText.From(text, System.Text.Encoding.UTF8));
                }
            });
    }
}
