using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Model;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Reading;

/// <summary>
/// The typing path: from syntax to models. It runs while the user types, so each step looks at as little as it can: one file's text,
/// one event's parts, the few distinct questions that text leaves open.
/// </summary>
internal static class ReadingPipeline
{
    /// <param name="context">The generator's.</param>
    /// <param name="files">What the files say.</param>
    /// <param name="home">The namespace of the class <c>EventTypes</c>.</param>
    public static ReadEvents Create(
        IncrementalGeneratorInitializationContext context, SourceFiles files, IncrementalValueProvider<string> home)
    {
        // Text only.
        var parts = files.Contents
            .SelectMany(static (file, _) => file.Parts.Items)
            .WithTrackingName(TrackingNames.Parts);

        // What may make an attribute's or a type's text mean something else.
        var reading = files.Contents
            .SelectMany(static (file, _) => file.Rare.Items)
            .WithTrackingName(TrackingNames.Rare)
            .Collect()
            .Select(static (rare, _) => SourceFacts.From(rare))
            .Combine(context.CompilationProvider.Select(static (compilation, _) => CompilationFacts.From(compilation)))
            .Select(static (facts, _) => facts.Left.Combine(facts.Right))
            .WithTrackingName(TrackingNames.Context);

        // Parts joined by name over files.
        var all = parts.Collect().Combine(reading);
        var events = all
            .SelectMany(static (input, _) => EventParts.Join(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Events);

        // What text leaves open, asked of the compilation once for each distinct question.
        var asking = events
            .Combine(reading)
            .Select(static (input, _) => new AskingEvent(input.Left, new EventFacts(input.Left, input.Right).Questions()))
            .WithTrackingName(TrackingNames.Asking);
        var aggregates = all
            .Select(static (input, _) => AggregatePart.Join(input.Left, input.Right))
            .WithTrackingName(TrackingNames.Aggregates);
        var questions = asking
            .Collect()
            .Combine(aggregates)
            .Combine(home)
            .Select(static (input, _) => AnswerTable.Distinct(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Questions);

        // Asked again only when a declaration, a reference or an option changed: bodies cannot change an answer.
        var answers = questions
            .Combine(files.Stamps)
            .Combine(context.CompilationProvider)
            .WithTrackingName(TrackingNames.InquiryInput)
            .Select(static (input, _) => new Inquiry(input.Left.Left, input.Left.Right, input.Right))
            .WithTrackingName(TrackingNames.Inquiry)
            .Select(QuestionResolver.Resolve)
            .WithTrackingName(TrackingNames.Answers);
        var table = questions
            .Combine(answers)
            .Select(static (input, _) => new AnswerTable(input.Left, input.Right))
            .WithTrackingName(TrackingNames.AnswerTable);

        var isHomeTaken = table
            .Combine(home)
            .Select(static (input, _) => input.Left.IsHomeTaken(input.Right));

        // Each event with its own answers: where they are the same as before, nothing changes from here on.
        var models = asking
            .Combine(table)
            .Select(static (input, _) => input.Right.Join(input.Left))
            .WithTrackingName(TrackingNames.Joined)
            .Combine(reading)
            .Select(static (input, _) => EventModelBuilder.Build(input.Left, input.Right))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Models);
        var aggregateModels = aggregates
            .Combine(table)
            .SelectMany(static (input, _) => input.Left.Select(input.Right.Find).Where(static model => model is not null).Select(static model => model!))
            .WithTrackingName(TrackingNames.AggregateModels);
        return new ReadEvents(models, isHomeTaken, aggregateModels);
    }
}

/// <summary>What the typing path has read.</summary>
/// <param name="Models">The events.</param>
/// <param name="IsHomeTaken">Whether the class <c>EventTypes</c> is left out.</param>
/// <param name="Aggregates">The classes that raise events.</param>
internal readonly record struct ReadEvents(
    IncrementalValuesProvider<EventModel> Models, IncrementalValueProvider<bool> IsHomeTaken, IncrementalValuesProvider<AggregateModel> Aggregates);
