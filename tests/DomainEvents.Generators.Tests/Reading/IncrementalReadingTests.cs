using DomainEvents.Generators.Model;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>What each edit makes the typing path do again, and what it does not.</summary>
public sealed class IncrementalReadingTests
{
    private static readonly TestProject s_project = ReadModels.Project()
        .WithFile("Placed.cs", "namespace Shop; [DomainEvent] public partial class OrderPlaced : Entity { public string Id { get; } public string Say() { return Id; } }")
        .WithFile("Paid.cs", "namespace Shop; [DomainEvent] public partial class OrderPaid : Entity { public decimal Total { get; } }")
        .WithFile("Seen.cs", "namespace Clinic; [DomainEvent] public partial record PatientSeen(string Name);")
        .WithFile("Entity.cs", "namespace Shop; public class Entity { public object? Tag { get; set; } }")
        .WithFile("Other.cs", "namespace Shop; public class Other { public int Three() { return 3; } }");

    private readonly IncrementalRunner _runner = IncrementalRunner.Start(new TypingPath(), s_project);

    [Fact]
    public void Same_project_again_runs_nothing() => _runner.Again().Expect(TrackingNames.Models, IncrementalStepRunReason.Cached).ExpectOutputsCached();

    [Theory]
    [InlineData("return 3;", "return 4;")]
    [InlineData("return Id;", "return Id + Id;")]
    [InlineData("public int Three()", "// a comment\n    public int Three()")]
    [InlineData("[DomainEvent] public partial class OrderPaid", "// a comment\n\n[DomainEvent]\npublic   partial class OrderPaid")]
    public void Edit_that_declares_nothing_asks_nothing_again(string before, string after)
    {
        var run = _runner.Edit(project => project.Replace(before, after));

        Assert.Single(run.Step(TrackingNames.Trees), static output => output.Reason == IncrementalStepRunReason.Modified);
        Assert.All(run.Step(TrackingNames.Contents), static output => Assert.True(output.Reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged));
        run.Expect(TrackingNames.Parts, IncrementalStepRunReason.Cached)
            .Expect(TrackingNames.Stamps, IncrementalStepRunReason.Cached)
            .Expect(TrackingNames.Inquiry, IncrementalStepRunReason.Unchanged)
            .Expect(TrackingNames.Answers, IncrementalStepRunReason.Cached)
            .Expect(TrackingNames.Models, IncrementalStepRunReason.Cached)
            .ExpectOutputsCached();
    }

    [Fact]
    public void Declaration_that_concerns_no_event_is_asked_about_and_changes_no_model()
    {
        var run = _runner.Edit(static project => project.Replace("public int Three()", "public long Three()"));

        run.Expect(TrackingNames.Inquiry, IncrementalStepRunReason.Modified)
            .Expect(TrackingNames.Answers, IncrementalStepRunReason.Unchanged)
            .Expect(TrackingNames.Models, IncrementalStepRunReason.Cached)
            .ExpectOutputsCached();
    }

    [Fact]
    public void Property_of_one_event_changes_that_event_alone()
    {
        var run = _runner.Edit(static project => project.Replace("decimal Total", "int Total"));

        ExpectModified(run, "OrderPaid").ExpectRewritten("OrderPaid");
    }

    [Fact]
    public void Parameter_of_a_positional_record_changes_that_event_alone()
    {
        var run = _runner.Edit(static project => project.Replace("(string Name)", "(string Name, int Age)"));

        ExpectModified(run, "PatientSeen").ExpectRewritten("PatientSeen");
    }

    [Fact]
    public void Event_in_a_new_file_leaves_the_others_alone()
    {
        var run = _runner.Edit(static project => project.WithFile("Zoo.cs", "namespace Zoo; [DomainEvent] public partial class AnimalFed;"));

        run.Expect<EventModel>(TrackingNames.Models, static model => model.Name == "AnimalFed", IncrementalStepRunReason.New);
        ExpectModified(run);
    }

    [Fact]
    public void File_order_swapped_gives_the_same_constants_and_texts()
    {
        var before = _runner.Last.Result.Files.Select(static file => file.Text).Order().ToList();
        var run = _runner.Edit(static project => project.WithFiles(project.Files.Reverse()));

        run.Expect(TrackingNames.Constants, IncrementalStepRunReason.Unchanged).ExpectOutputsCached();
        Assert.Equal(before, run.Result.Files.Select(static file => file.Text).Order());
    }

    [Fact]
    public void Runtime_removed_removes_all_output()
    {
        var run = _runner.Edit(static project => project.WithReferences(ReferenceSets.Net100));

        Assert.Empty(run.Result.Files);
    }

    [Fact]
    public void Nullable_option_changed_changes_every_event()
    {
        var run = _runner.Edit(static project => project.WithNullable(NullableContextOptions.Disable));

        ExpectModified(run, "OrderPaid", "OrderPlaced", "PatientSeen");
    }

    [Fact]
    public void Pipeline_keeps_neither_symbols_nor_syntax_but_where_it_must()
    {
        var run = IncrementalRunner.Start(new TypingPath(), s_project.WithFile("Aliases.cs", "global using Id = System.Guid;")).Last;

        ModelGraph.AssertClean(
            run,
            TrackingNames.Trees,
            TrackingNames.InquiryInput,
            TrackingNames.Inquiry);
    }

    /// <summary>Of the models that were there before, exactly these are new.</summary>
    internal static IncrementalRun ExpectModified(IncrementalRun run, params string[] names)
    {
        Assert.Equal(
            names.Order(),
            run.Step(TrackingNames.Models)
                .Where(static output => output.Reason == IncrementalStepRunReason.Modified)
                .Select(static output => ((EventModel)output.Value!).Name)
                .Order());
        return run;
    }
}
