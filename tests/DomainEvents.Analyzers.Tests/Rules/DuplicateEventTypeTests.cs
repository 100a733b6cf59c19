using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class DuplicateEventTypeTests
{
    [Theory]
    [InlineData("namespace Sales { [DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; } namespace Billing { [DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; }")]
    [InlineData("[DomainEvent(\"order.placed\")] public partial class {|DEVT1103:OrderReceived|}; [DomainEvent] public sealed partial record {|DEVT1103:OrderPlaced|}(string Id);")]
    [InlineData("[DomainEvent(\"order.placed\", Version = 2)] public partial class {|DEVT1103:OrderReceived|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedV2|};")]
    [InlineData("[DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedEvent|}; [DomainEvent(\"order.placed\")] public abstract partial class {|DEVT1103:OrderBase|};")]
    public Task Events_with_one_name_and_version_are_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<DuplicateEventTypeAnalyzer>(), source, new ExpectedDiagnostic("DEVT1103", DiagnosticSeverity.Error));

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent] public partial class OrderShipped;")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent(\"order.placed\", Version = 2)] public partial class OrderReceived;")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent] public partial class OrderPlacedV2;")]
    [InlineData("namespace Sales { [DomainEvent(\"sales.order.placed\")] public partial class OrderPlaced; } namespace Billing { [DomainEvent] public partial class OrderPlaced; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent; namespace Other { [DomainEvent] public abstract partial class OrderEvent; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; public class OrderPlacedV1 { public const string EventTypeName = \"order.placed\"; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } } partial class OrderPlaced { public int Lines { get; } }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<DuplicateEventTypeAnalyzer>(), source);

    [Fact]
    public Task Message_names_both_events() => AnalyzerRunner.VerifyAsync(
        Setups.For<DuplicateEventTypeAnalyzer>(),
        "namespace Sales { [DomainEvent] public partial class {|#0:OrderPlaced|}; } namespace Billing { [DomainEvent] public partial class {|#1:OrderPlaced|}; }",
        new ExpectedDiagnostic("DEVT1103", Message: "'order.placed' version 1 is the event type of 'Sales.OrderPlaced' and of 'Billing.OrderPlaced'; give one of them another name or version", Marker: 0),
        new ExpectedDiagnostic("DEVT1103", Message: "'order.placed' version 1 is the event type of 'Billing.OrderPlaced' and of 'Sales.OrderPlaced'; give one of them another name or version", Marker: 1));

    [Theory]
    [InlineData("", "", DiagnosticSeverity.Info)]
    [InlineData("(Durable = true)", "", DiagnosticSeverity.Info)]
    [InlineData("", "(Durable = true)", DiagnosticSeverity.Info)]
    [InlineData("(Durable = true)", "(Durable = true)", DiagnosticSeverity.Error)]
    public async Task Duplicate_of_another_assembly_is_an_error_where_both_are_durable(string there, string here, DiagnosticSeverity severity)
    {
        foreach (bool asImage in (bool[])[false, true])
        {
            await AnalyzerRunner.VerifyAsync(
                Setups.For<DuplicateEventTypeAnalyzer>().WithProject(project => project.WithLibrary(Library(there), asImage)),
                $"namespace Billing {{ [DomainEvent{here}] public partial class {{|DEVT1103:OrderPlaced|}}; }}",
                new ExpectedDiagnostic(
                    "DEVT1103",
                    severity,
                    "'order.placed' version 1 is the event type of 'Billing.OrderPlaced' and of 'Sales.OrderPlaced (Sales)'; give one of them another name or version"));
        }
    }

    [Fact]
    public Task Event_of_another_assembly_with_another_version_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<DuplicateEventTypeAnalyzer>().WithProject(project => project.WithLibrary(Library("(Version = 3)"))),
        "namespace Billing { [DomainEvent] public partial class OrderPlaced; }");

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<DuplicateEventTypeAnalyzer>(),
        "[DomainEvent] public partial class OrderPlaced; [DomainEvent] public partial class OrderPlacedEvent;");

    [Fact]
    public Task Fix_qualifies_one_of_them() => CodeFixRunner.VerifyAsync(
        Setups.For<DuplicateEventTypeAnalyzer, QualifyEventTypeFix>(),
        """
        namespace Shop.Sales.Domain.Events
        {
            [DomainEvent] // first
            public partial class {|DEVT1103:OrderPlaced|};
        }

        namespace Shop.Billing
        {
            [DomainEvent("order.placed")]
            public partial class {|DEVT1103:OrderReceived|};
        }
        """,
        """
        namespace Shop.Sales.Domain.Events
        {
            [DomainEvent("sales.order.placed")] // first
            public partial class OrderPlaced;
        }

        namespace Shop.Billing
        {
            [DomainEvent("order.placed")]
            public partial class OrderReceived;
        }
        """);

    [Theory]
    [InlineData("[DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedEvent|};")]
    [InlineData("namespace Events { [DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedEvent|}; }")]
    [InlineData("namespace Order { [DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedEvent|}; }")]
    [InlineData("namespace Sales { [DomainEvent] public partial class {|DEVT1103:OrderPlaced|}; [DomainEvent] public partial class {|DEVT1103:OrderPlacedEvent|}; [DomainEvent(\"sales.order.placed\")] public partial class SalesOrderPlaced; }")]
    public Task Fix_is_not_offered_where_nothing_tells_them_apart(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<DuplicateEventTypeAnalyzer, QualifyEventTypeFix>(), source);

    private static GeneratorResult Library(string arguments) => GeneratorRunner.Run(
        new DomainEventGenerator(),
        Setups.For<DuplicateEventTypeAnalyzer>()
            .ProjectOf($"namespace Sales {{ [DomainEvent{arguments}] public partial class OrderPlaced; }}")
            .WithAssemblyName("Sales"));
}
