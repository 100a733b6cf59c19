using System.Text;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.Generators.Emission;

/// <summary>From models to generated files. What the user's code names is a source output, so that it is there while one types.</summary>
internal static class EmissionPipeline
{
    /// <summary>The build property that moves <c>EventTypes</c> to another namespace.</summary>
    public const string NamespaceProperty = "build_property.DomainEventsNamespace";

    public static void RegisterParts(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<EventModel> events)
    {
        // Text event by event, so that an edit writes one event again and not all.
        var files = events
            .Select(static (model, _) => EventEmitter.Emit(model))
            .WithTrackingName(TrackingNames.Emitted)
            .Collect()
            .SelectMany(static (parts, _) => FileBundle.Group(parts))
            .WithTrackingName(TrackingNames.Files);
        context.RegisterSourceOutput(files, static (output, file) => output.AddSource(file.Hint, SourceText.From(file.Render(), Encoding.UTF8)));
    }

    /// <summary>A file each: aggregates are few, and named by the user's code.</summary>
    public static void RegisterAggregates(IncrementalGeneratorInitializationContext context, IncrementalValuesProvider<AggregateModel> aggregates) =>
        context.RegisterSourceOutput(aggregates, static (output, model) =>
            output.AddSource(AggregateEmitter.HintFor(model), SourceText.From(AggregateEmitter.Emit(model), Encoding.UTF8)));

    /// <summary>The namespace of the class <c>EventTypes</c>.</summary>
    public static IncrementalValueProvider<string> Home(IncrementalGeneratorInitializationContext context)
    {
        var assemblyName = context.CompilationProvider.Select(static (compilation, _) => compilation.AssemblyName);
        var property = context.AnalyzerConfigOptionsProvider.Select(
            static (options, _) => options.GlobalOptions.TryGetValue(NamespaceProperty, out var value) ? value : null);
        return property.Combine(assemblyName).Select(static (names, _) => EventTypesEmitter.Namespace(names.Left, names.Right));
    }

    public static void RegisterEventTypes(IncrementalGeneratorInitializationContext context, ReadEvents events, IncrementalValueProvider<string> home)
    {
        var constants = events.Models
            .Select(static (model, _) => EventConstant.From(model))
            .Where(static constant => constant is not null)
            .Select(static (constant, _) => constant!)
            .Collect()
            .Select(static (all, _) => EventTypesEmitter.Sort(all))
            .WithTrackingName(TrackingNames.Constants);
        context.RegisterSourceOutput(constants.Combine(home).Combine(events.IsHomeTaken), static (output, input) =>
        {
            var ((all, @namespace), isTaken) = input;
            if (!isTaken && EventTypesEmitter.Emit(all, @namespace) is { } text)
            {
                output.AddSource(EventTypesEmitter.Hint, SourceText.From(text, Encoding.UTF8));
            }
        });
    }
}
