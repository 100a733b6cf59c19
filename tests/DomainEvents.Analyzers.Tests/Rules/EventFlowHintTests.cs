using System.Globalization;
using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventFlowHintTests
{
    private const string Placed = "[DomainEvent] public partial class {|#0:OrderPlaced|} { public string Id { get; } }\n";

    [Theory]
    [InlineData("namespace Shop { public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } }", "Shop.Mail", "-")]
    [InlineData("public class Order(IDomainEventPublisher bus) { public void Place() => bus.Publish(new OrderPlaced(\"1\")); public OrderPlaced Made => new global::OrderPlaced(\"2\"); }", "-", "Order.Place, Order.Made")]
    [InlineData("public class All : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) { } } public static class Audit { [DomainEventHandler] public static void On(OrderPlaced e) { } public static readonly object Test = new OrderPlaced(\"1\"); }", "All, Audit.On", "Audit.Test")]
    public Task Handlers_and_raisers_are_reported(string source, string handlers, string raisers) => AnalyzerRunner.VerifyAsync(
        Setups.For<EventFlowHintAnalyzer>(),
        Placed + source,
        new ExpectedDiagnostic("DEVT1311", DiagnosticSeverity.Hidden, $"'OrderPlaced' is handled by {handlers}; raised by {raisers}", 0));

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { } public class Mail : IDomainEventHandler<OrderEvent> { public void Handle(OrderEvent e) { } }")]
    [InlineData("public class OrderPlaced { } public class Order { public object Place() => new OrderPlaced(); }")]
    [InlineData("public class Order { public object Place() => new List<string>(); }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { } public class Mail { public void Handle(OrderPlaced e) { } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<EventFlowHintAnalyzer>(), source);

    [Fact]
    public async Task Hint_leads_to_the_places_of_creation_and_shortens_long_lists()
    {
        string source = "[DomainEvent] public partial class OrderPlaced { }\n" + string.Concat(Enumerable.Range(0, 7).Select(static i =>
            $"public class Place{i} {{ public object Make() => new OrderPlaced(); }}\n"));
        AnalyzerSetup setup = Setups.For<EventFlowHintAnalyzer>();

        Diagnostic hint = Assert.Single(await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(source)));

        Assert.Equal(7, hint.AdditionalLocations.Count);
        Assert.EndsWith("raised by Place0.Make, Place1.Make, Place2.Make, Place3.Make, Place4.Make, ...", hint.GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
