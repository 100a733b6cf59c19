using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class NeverRaisedTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";
    private const string Mail = "public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } }\n";

    [Theory]
    [InlineData(Event + "public class Mail : IDomainEventHandler<OrderPlaced> { public void [|Handle|](OrderPlaced e) { } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string Id); public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask [|HandleAsync|](OrderPlaced e, CancellationToken t) => default; }")]
    [InlineData(Event + "public static class Mail { [DomainEventHandler] public static void [|On|](OrderPlaced e) { } }")]
    [InlineData("namespace Sales { [DomainEvent] public partial class OrderPlaced; } public class Mail : IDomainEventHandler<Sales.OrderPlaced> { public void [|Handle|](Sales.OrderPlaced e) { } }")]
    public Task Handler_of_an_event_that_nothing_mentions_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Root(), source, new ExpectedDiagnostic("DEVT1303", DiagnosticSeverity.Info));

    [Theory]
    [InlineData(Event + Mail + "public class Use { public object Make() => new OrderPlaced(\"\"); }")]
    [InlineData(Event + Mail + "public class Use { public OrderPlaced? Last { get; set; } }")]
    [InlineData(Event + Mail + "public class Use { public object? Read(string text) => System.Text.Json.JsonSerializer.Deserialize<OrderPlaced>(text); }")]
    [InlineData(Event + Mail + "public class Use { public Type Kind => typeof(OrderPlaced); }")]
    [InlineData("[DomainEvent(External = true)] public partial class OrderPlaced;" + Mail)]
    [InlineData("[DomainEvent] public abstract partial class OrderPlaced;" + Mail)]
    [InlineData("public class Mail : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) { } }")]
    [InlineData("public class Mail : IDomainEventHandler<{|CS0246:OrderPlaced|}> { public void Handle({|CS0246:OrderPlaced|} e) { } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Root(), source);

    [Fact]
    public Task Library_is_left_alone() => AnalyzerRunner.VerifyAsync(Setups.For<NeverRaisedAnalyzer>(), Event + Mail);

    [Fact]
    public Task Event_of_another_assembly_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Root().WithProject(project => project.WithLibrary(GeneratorRunner.Run(
            new DomainEventGenerator(), Setups.For<NeverRaisedAnalyzer>().ProjectOf(Event).WithAssemblyName("Sales")))),
        Mail);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(Root(), Event + Mail);

    private static AnalyzerSetup Root() => Setups.For<NeverRaisedAnalyzer>()
        .WithProject(static project => project.WithBuildProperty("DomainEventsCompositionRoot", "true"));
}
