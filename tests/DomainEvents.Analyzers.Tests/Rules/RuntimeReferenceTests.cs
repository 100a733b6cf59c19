using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class RuntimeReferenceTests
{
    private static readonly AnalyzerSetup s_without = AnalyzerSetup.For<RuntimeReferenceAnalyzer>();

    [Theory]
    [InlineData("[{|CS0246:{|CS0246:{|DEVT1008:DomainEvent|}|}|}] public partial class OrderPlaced;")]
    [InlineData("using {|CS0246:DomainEvents|}; [{|CS0246:{|CS0246:{|DEVT1008:DomainEvent|}|}|}(\"order.placed\")] public sealed partial record OrderPlaced(string Id);")]
    [InlineData("[{|CS0246:{|CS0246:{|DEVT1008:DomainEventAttribute|}|}|}] public partial class OrderPlaced;")]
    public Task Event_without_the_runtime_is_reported(string source) => AnalyzerRunner.VerifyAsync(
        s_without,
        source,
        new ExpectedDiagnostic("DEVT1008", DiagnosticSeverity.Error, "The assembly 'DomainEvents' is not referenced; reference the package DomainEvents 0.1.0 with its compile assets"));

    [Theory]
    [InlineData("public partial class OrderPlaced;")]
    [InlineData("[System.Serializable] public partial class OrderPlaced;")]
    [InlineData("[{|CS0246:{|CS0246:Event|}|}] public partial class OrderPlaced;")]
    [InlineData("sealed class DomainEventAttribute : System.Attribute; [DomainEvent] public partial class OrderPlaced;")]
    [InlineData("public class Order { [{|CS0246:{|CS0246:DomainEvent|}|}] public int Id { get; } }")]
    public Task Project_without_events_of_ours_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(s_without, source);

    [Fact]
    public Task Runtime_of_this_version_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<RuntimeReferenceAnalyzer>(), "[DomainEvent] public partial class OrderPlaced { public string Id { get; } }");

    [Theory]
    [InlineData("0.0.9.0", true)]
    [InlineData("0.1.0.0", false)]
    [InlineData("1.0.0.0", false)]
    public Task Runtime_of_an_older_version_is_reported(string version, bool isReported) => AnalyzerRunner.VerifyAsync(
        s_without.WithProject(project => project.WithLibrary(Runtime(version))),
        isReported ? "[{|DEVT1008:DomainEvents.DomainEvent|}] public partial class OrderPlaced;" : "[DomainEvents.DomainEvent] public partial class OrderPlaced;",
        isReported
            ? [new ExpectedDiagnostic("DEVT1008", Message: $"The assembly 'DomainEvents' is of version {version}, older than the generator; reference the package DomainEvents 0.1.0 with its compile assets")]
            : []);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(s_without, "[DomainEvent] public partial class OrderPlaced;");

    private static GeneratorResult Runtime(string version) => GeneratorRunner.Run(
        [],
        TestProject.Create($$"""
            [assembly: System.Reflection.AssemblyVersion("{{version}}")]
            namespace DomainEvents { public sealed class DomainEventAttribute : System.Attribute; }
            """).WithAssemblyName("DomainEvents"),
        GeneratorChecks.None);
}
