using System.Collections.Immutable;
using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Runs the typing path and hands out the models that it came to.</summary>
internal static class ReadModels
{
    public static TestProject Project(params IEnumerable<string> sources) =>
        TestProject.Create(sources).WithReferences(typeof(DomainEvent).Assembly).WithSuppressed("CS1591").WithImplicitUsings("DomainEvents");

    /// <summary>All models of a project, by key, whether it compiles or not.</summary>
    public static ImmutableSortedDictionary<string, EventModel> Of(TestProject project) => Of(IncrementalRunner.Start(new TypingPath(), project).Last);

    /// <summary>Empty where no event was found: a step that never ran is not recorded.</summary>
    public static ImmutableSortedDictionary<string, EventModel> Of(IncrementalRun run) =>
        (run.Result.Run.Results.Single().TrackedSteps.ContainsKey(TrackingNames.Models) ? run.Step(TrackingNames.Models) : [])
            .Where(static output => output.Reason != IncrementalStepRunReason.Removed)
            .Select(static output => (EventModel)output.Value!)
            .ToImmutableSortedDictionary(static model => model.Key, static model => model, StringComparer.Ordinal);

    /// <summary>The model of the only event in sources whose output compiles without a warning.</summary>
    public static EventModel Single(params IEnumerable<string> sources)
    {
        TestProject project = Project(sources);
        GeneratorRunner.Run(new DomainEventGenerator(), project);
        return Of(project).Values.Single();
    }
}
