using DomainEvents.Generators.Dispatch;
using DomainEvents.Generators.Emission;
using DomainEvents.Generators.Reading;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators;

/// <summary>Writes what a domain event needs beside the type that the user wrote. It reports nothing: the analyzers do.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class DomainEventGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var files = SourceFiles.Find(context);

        // The namespace of the class EventTypes.
        var home = EmissionPipeline.Home(context);

        // The typing path: partial types as text, joined, their open questions answered.
        var events = ReadingPipeline.Create(context, files, home);

        // Constructors, constants and members of IDomainEvent, one generated file for each of the user's.
        EmissionPipeline.RegisterParts(context, events.Models);

        // The class EventTypes, unless something of the user's stands in its place.
        EmissionPipeline.RegisterEventTypes(context, events, home);

        // The members of classes that raise events.
        EmissionPipeline.RegisterAggregates(context, events.Aggregates);

        // The build path: modules, pipelines and the registration of handlers.
        DispatchPipeline.Register(context, files);
    }
}
