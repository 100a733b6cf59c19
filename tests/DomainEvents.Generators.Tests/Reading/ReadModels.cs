using System.Collections.Immutable;
using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Runs the whole generator and hands out the models that the typing path came to.</summary>
internal static class ReadModels
{
    public static TestProject Project(params IEnumerable<string> sources) =>
        TestProject.Create(sources).WithReferences(typeof(DomainEvent).Assembly).WithSuppressed("CS1591").WithImplicitUsings("DomainEvents");

    /// <summary>All models, by key.</summary>
    public static ImmutableSortedDictionary<string, EventModel> All(TestProject project, GeneratorChecks checks = GeneratorChecks.All)
    {
        GeneratorRunner.Run(new DomainEventGenerator(), project, checks);
        return Of(IncrementalRunner.Start(new DomainEventGenerator(), project).Last);
    }

    public static ImmutableSortedDictionary<string, EventModel> Of(IncrementalRun run) => run.Step(TrackingNames.Models)
        .Select(static output => (EventModel)output.Value!)
        .ToImmutableSortedDictionary(static model => model.Key, static model => model, StringComparer.Ordinal);

    /// <summary>The model of the only event in a source whose output compiles without a warning.</summary>
    public static EventModel Single(params IEnumerable<string> sources) => All(Project(sources)).Values.Single();

    /// <summary>The parameters as C# would list them, with the guard after each.</summary>
    public static string Signature(EventModel model) => model.Constructor is not { } constructor
        ? "none"
        : $"{constructor.Accessibility}({string.Join(", ", constructor.Parameters.Items.Select(static parameter =>
            $"{parameter.Type} {parameter.Name}{(parameter.IsOptional ? " = default" : "")}:{parameter.Guard}"))})";
}
