using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnassertedTestTests
{
    [Theory]
    [InlineData("[Fact] public void [|Order|]() { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); }")]
    [InlineData("[Fact] public async Task [|Order|]() { await using var bus = new DomainEventPublisher(); await bus.PublishAsync(new OrderPlaced(\"\")).ConfigureAwait(true); }")]
    [InlineData("[Theory] public void [|Order|]() { var bus = new DomainEventPublisher(); bus.PublishBatch([new OrderPlaced(\"\")]); bus.Dispose(); }")]
    public Task Test_that_only_publishes_is_reported(string test) =>
        AnalyzerRunner.VerifyAsync(Setup(), Around(test), new ExpectedDiagnostic("DEVT1601", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("[Fact] public void Order() { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); Assert.True(bus.Subscriptions.Count == 0); }")]
    [InlineData("[Fact] public void Order() { using var bus = new DomainEventPublisher(); using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.Publish(new OrderPlaced(\"\")); spy.AssertPublished<OrderPlaced>(); }")]
    [InlineData("[Fact] public void Order() { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); Verify(); } static void Verify() { }")]
    [InlineData("public void Order() { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); }")]
    [InlineData("[Fact] public void Order() { using var bus = new DomainEventPublisher(); try { bus.Publish(new OrderPlaced(\"\")); } catch (ArgumentException) { return; } }")]
    [InlineData("[Fact] public void Order() => Assert.Throws<ArgumentException>(() => new DomainEventPublisher().Publish(new OrderPlaced(\"\")));")]
    [InlineData("[Fact] public void Order() { Assert.True(true); }")]
    public Task Anything_else_is_left_alone(string test) => AnalyzerRunner.VerifyAsync(Setup(), Around(test));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setup(), Around("[Fact] public void Order() { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); }"));

    private static AnalyzerSetup Setup() => Setups.ForTests<UnassertedTestAnalyzer>();

    private static string Around(string test) => "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\npublic class CheckoutTests { " + test + " }";
}
