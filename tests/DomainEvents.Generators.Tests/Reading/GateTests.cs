using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>
/// For each kind of question: a declaration far away from the event that changes the answer changes the event, and an edit of a body
/// beside it asks nothing.
/// </summary>
public sealed class GateTests
{
    private const string Far = "namespace Core;";

    public static TheoryData<string, string, string, string, string> Edits => new()
    {
        { "attribute: a rival appears", "[DomainEvent] public partial class OrderPlaced { public string Id { get; } }", "class Far { /**/ }", "/**/", "} } namespace Shop { sealed class DomainEventAttribute : Attribute {" },
        { "attribute: an alias means another", "[Ev] public partial class OrderPlaced { public string Id { get; } } public sealed class OtherAttribute : Attribute;", "class Far;", "class Far;", "class Far; } namespace Shop { sealed class EvAttribute : Attribute;" },
        { "values: a constant gets another value", "[DomainEvent(Core.Far.Name)] public partial class OrderPlaced { public string Id { get; } }", "public class Far { public const string Name = \"a.b\"; }", "a.b", "c.d" },
        { "values: a constant is gone", "[DomainEvent(Core.Far.Name)] public partial class OrderPlaced { public string Id { get; } }", "public class Far { public const string Name = \"a.b\"; }", "const string Name", "const string Nome" },
        { "base: gains a parameter", "[DomainEvent] public partial class OrderPlaced : Core.Far { public string Id { get; } }", "[DomainEvent] public abstract partial class Far { public int A { get; } }", "int A { get; }", "int A { get; } public int B { get; }" },
        { "base: supplies a member", "[DomainEvent] public partial class OrderPlaced : Core.Far { public string Id { get; } }", "public class Far { /**/ }", "/**/", "public Guid EventId => Guid.Empty;" },
        { "base: becomes an interface", "[DomainEvent] public partial class OrderPlaced : Core.Far { public string Id { get; } }", "public class Far;", "class Far", "interface Far" },
        { "base: loses its constructor", "[DomainEvent] public partial class OrderPlaced : Core.Far { public string? Id { get; } }", "public class Far { public Far() { } }", "public Far()", "public Far(int x)" },
        { "base: its own base changes", "[DomainEvent] public partial class OrderPlaced : Core.Far { public string? Id { get; } }", "public class Farther; public class Far : Farther;", "class Farther;", "class Farther : DomainEvent { public override string EventType => \"\"; }" },
        { "type: becomes less accessible", "[DomainEvent] public partial class OrderPlaced { internal Core.Far A { get; } }", "public class Far;", "public class Far", "internal class Far" },
        { "type: becomes a nullable one", "[DomainEvent] public partial class OrderPlaced { public Nullable<Core.Far> A { get; } }", "public struct Far;", "public struct Far;", "public struct Far; } namespace Shop { public struct Nullable<T>;" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Far_declaration_changes_the_event(string subject, string source, string far, string before, string after)
    {
        IncrementalRunner runner = IncrementalRunner.Start(new TypingPath(), Project(source, far));
        var first = ReadModels.Of(runner.Last);

        var edited = ReadModels.Of(runner.Edit(project => project.Replace(before, after)));
        var fresh = ReadModels.Of(runner.Project);

        Assert.Equal(fresh, edited);
        Assert.False(first.TryGetValue("Shop.OrderPlaced`0", out var old) && edited.TryGetValue("Shop.OrderPlaced`0", out var now) && old == now, subject);
    }

    [Theory]
    [MemberData(nameof(Edits))]
    public void Body_beside_the_declaration_asks_nothing(string subject, string source, string far, string before, string after)
    {
        Assert.NotEqual(before, after);
        IncrementalRunner runner = IncrementalRunner.Start(new TypingPath(), Project(source, far));

        var run = runner.Edit(static project => project.Replace("return 1;", "return 2;"));

        run.Expect(TrackingNames.Inquiry, IncrementalStepRunReason.Unchanged);
        Assert.True(run.Step(TrackingNames.Answers).Single().Reason == IncrementalStepRunReason.Cached, subject);
        run.Expect(TrackingNames.Models, IncrementalStepRunReason.Cached);
    }

    [Fact]
    public void Namespace_that_comes_to_stand_in_the_place_of_the_constants_takes_them_away()
    {
        const string event_ = "[DomainEvent] public partial class OrderPlaced { public string Id { get; } }";
        IncrementalRunner runner = IncrementalRunner.Start(new TypingPath(), Project(event_, "public class Far;").WithBuildProperty("DomainEventsNamespace", "Core"));
        Assert.True(runner.Last.Result.Has("EventTypes"));

        Assert.False(runner.Edit(static project => project.Replace("namespace Core {", "namespace Core.EventTypes {")).Result.Has("EventTypes"));
        Assert.True(runner.Edit(static project => project.Replace("namespace Core.EventTypes {", "namespace Core {")).Result.Has("EventTypes"));
    }

    [Fact]
    public void Own_constructor_whose_parameter_comes_to_mean_the_same_type_wins()
    {
        IncrementalRunner runner = IncrementalRunner.Start(new TypingPath(), ReadModels.Project()
            .WithFile("Placed.cs", "namespace Shop; [DomainEvent] public partial class OrderPlaced { public Guid Id { get; } public OrderPlaced(Key id) => Id = default; }")
            .WithFile("Key.cs", "global using Key = System.String;"));
        Assert.NotNull(ReadModels.Of(runner.Last).Values.Single().Constructor);

        var run = runner.Edit(static project => project.Replace("System.String", "System.Guid"));

        Assert.Null(ReadModels.Of(run).Values.Single().Constructor);
    }

    [Fact]
    public void Reference_that_brings_a_rival_turns_questions_on()
    {
        var rival = GeneratorRunner.Run([], TestProject.Create("public sealed class DomainEventAttribute : System.Attribute;"), GeneratorChecks.None);
        IncrementalRunner runner = IncrementalRunner.Start(new TypingPath(), Project("[DomainEvent] public partial class OrderPlaced { public string Id { get; } }", "class Far;"));
        Assert.Single(ReadModels.Of(runner.Last));

        var run = runner.Edit(project => project.WithLibrary(rival));

        // The global namespace is nearer than the using, so the attribute is now the library's.
        Assert.Empty(run.Step(TrackingNames.Models).Where(static output => output.Reason != IncrementalStepRunReason.Removed));
    }

    private static TestProject Project(string source, string far) => ReadModels.Project()
        .WithFile("Placed.cs", "global using Ev = DomainEvents.DomainEventAttribute; namespace Shop { " + source + " }")
        .WithFile("Far.cs", Far.TrimEnd(';') + " { " + far + " }")
        .WithFile("Body.cs", "public class Body { public int One() { return 1; } }");
}
