using DomainEvents.Generators.Emission;
using DomainEvents.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>The generator without its build path, whose steps have tests of their own. Not marked as one: only these tests run it.</summary>
internal sealed class TypingPath : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var home = EmissionPipeline.Home(context);
        var events = ReadingPipeline.Create(context, SourceFiles.Find(context), home);
        EmissionPipeline.RegisterParts(context, events.Models);
        EmissionPipeline.RegisterEventTypes(context, events, home);
        EmissionPipeline.RegisterAggregates(context, events.Aggregates);
    }
}
