using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class ExternAliasTests
{
    // For code that does not compile: the generated part would repeat its errors.
    private static readonly AnalyzerSetup s_withoutGenerator = AnalyzerSetup.For<ExternAliasAnalyzer>();

    [Theory]
    [InlineData("extern alias core; [DomainEvent] public partial class OrderPlaced : {|DEVT1007:core::Core.Entity|} { public int Count { get; } }", "")]
    [InlineData("extern alias core; [DomainEvent] public partial class OrderPlaced : {|DEVT1007:core::Core.Entity|} { public int Count { get; } }", "partial class OrderPlaced { public string Id { get; } }")]
    [InlineData("extern alias core; using Core = core::Core; [DomainEvent] public partial class OrderPlaced : {|DEVT1007:Core.Entity|} { public int Count { get; } }", "")]
    public Task Type_that_must_be_written_in_full_is_reported(string source, string other) =>
        AnalyzerRunner.VerifyAsync(Setup(), Project(source, other));

    [Fact]
    public Task Member_in_another_file_is_reported() => AnalyzerRunner.VerifyAsync(s_withoutGenerator, Project(
        "[DomainEvent] public partial class OrderPlaced { public int Count { get; } }",
        "extern alias core; partial class OrderPlaced { public core::Core.Money {|DEVT1007:Price|} { get; } }"));

    [Theory]
    [InlineData("extern alias core; [DomainEvent] public partial class OrderPlaced { public core::Core.Money Price { get; } }")]
    [InlineData("extern alias core; [DomainEvent] public sealed partial record OrderPlaced(core::Core.Money Price);")]
    [InlineData("extern alias core; [DomainEvent] public partial class OrderPlaced { public IReadOnlyList<core::Core.Money> Prices { get; } }")]
    [InlineData("extern alias core; [DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced : core::Core.Entity { public int Count { get; } }")]
    [InlineData("extern alias core; public class OrderPlaced : core::Core.Entity { public int Count { get; } }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setup(), Project(source, ""));

    [Fact]
    public Task Type_that_does_not_resolve_is_the_compilers_to_report() => AnalyzerRunner.VerifyAsync(
        s_withoutGenerator, Project("[DomainEvent] public partial class OrderPlaced { public {|CS0246:Nothing|} Price { get; } }", ""));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setup().WithProject(static project => Project(project)),
        "extern alias core; [DomainEvent] public partial class OrderPlaced : core::Core.Entity { public int Count { get; } }");

    [Fact]
    public Task Message_names_the_type() => AnalyzerRunner.VerifyAsync(
        Setup(),
        Project("extern alias core; [DomainEvent] public partial class OrderPlaced : {|DEVT1007:core::Core.Entity|} { public int Count { get; } }", ""),
        new ExpectedDiagnostic("DEVT1007", Message: "The generated constructor of 'OrderPlaced' would have to name 'Core.Money', which only an extern alias reaches; write the constructor and set GenerateConstructor = false"));

    private static AnalyzerSetup Setup() => Setups.For<ExternAliasAnalyzer>();

    private static TestProject Project(params IEnumerable<string> sources) => Project(Setup().ProjectOf(sources));

    private static TestProject Project(TestProject project) => project.WithLibrary(
        GeneratorRunner.Run(
            [], TestProject.Create("namespace Core; public class Money; public class Entity { public required Money Price { get; init; } }"), GeneratorChecks.None),
        externAlias: "core");
}
