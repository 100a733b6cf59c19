using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class SleepInTestTests
{
    [Theory]
    [InlineData("await bus.PublishAsync(new OrderPlaced(\"\")); await [|Task.Delay(500)|]; Assert.True(bus.Subscriptions.Count == 0);")]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); [|Thread.Sleep(500)|]; Assert.True(bus.Subscriptions.Count == 0); await Task.Yield();")]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); Console.WriteLine(); await [|Task.Delay(TimeSpan.FromSeconds(1))|]; Assert.Equal(0, bus.Subscriptions.Count);")]
    public Task Sleep_between_publish_and_assertion_is_reported(string body) =>
        AnalyzerRunner.VerifyAsync(Setups.ForTests<SleepInTestAnalyzer>(), Around(body), new ExpectedDiagnostic("DEVT1603", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); Assert.True(bus.Subscriptions.Count == 0); await Task.Delay(1);")]
    [InlineData("await Task.Delay(1); bus.Publish(new OrderPlaced(\"\")); Assert.True(bus.Subscriptions.Count == 0);")]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); await Task.Delay(1);")]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); await Task.Delay(TimeSpan.FromSeconds(1), TimeProvider.System); Assert.True(bus.Subscriptions.Count == 0);")]
    [InlineData("Console.WriteLine(bus); await Task.Delay(1); Assert.True(bus.Subscriptions.Count == 0);")]
    [InlineData("Func<Task> later = () => Task.Delay(1); bus.Publish(new OrderPlaced(\"\")); await later(); Assert.True(bus.Subscriptions.Count == 0);")]
    public Task Anything_else_is_left_alone(string body) => AnalyzerRunner.VerifyAsync(Setups.ForTests<SleepInTestAnalyzer>(), Around(body));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.ForTests<SleepInTestAnalyzer>(), Around("bus.Publish(new OrderPlaced(\"\")); await Task.Delay(1); Assert.True(bus.Subscriptions.Count == 0);"));

    private static string Around(string body) =>
        "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\npublic class CheckoutTests { [Fact] public async Task Order() { var bus = new DomainEventPublisher(); " + body + " } }";

    [Fact]
    public Task Fix_waits_for_the_event() => CodeFixRunner.VerifyAsync(
        Fix(),
        Around("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.Publish(new OrderPlaced(\"\")); await [|Task.Delay(500)|]; /* now */ Assert.Single(spy.Received);"),
        Around("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.Publish(new OrderPlaced(\"\")); await spy.WaitForAsync<OrderPlaced>(); /* now */ Assert.Single(spy.Received);"));

    [Fact]
    public Task Fix_awaits_instead_of_sleeping() => CodeFixRunner.VerifyAsync(
        Fix(),
        Around("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); await bus.PublishAsync(new OrderPlaced(\"\")); [|Thread.Sleep(500)|]; Assert.Single(spy.Received);"),
        Around("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); await bus.PublishAsync(new OrderPlaced(\"\")); await spy.WaitForAsync<OrderPlaced>(); Assert.Single(spy.Received);"));

    [Theory]
    [InlineData("bus.Publish(new OrderPlaced(\"\")); await [|Task.Delay(500)|]; Assert.True(bus.Subscriptions.Count == 0);")]
    [InlineData("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.PublishBatch([new OrderPlaced(\"\")]); await [|Task.Delay(500)|]; Assert.Single(spy.Received);")]
    public Task Fix_is_not_offered_without_a_spy_or_an_event(string body) => CodeFixRunner.VerifyOfferedAsync(Fix(), Around(body));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one()
    {
        string first = Around("using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.Publish(new OrderPlaced(\"\")); await [|Task.Delay(500)|]; Assert.Single(spy.Received);");
        return FixAllRunner.VerifyAsync(Fix(), first.Replace("[Fact]", "[Fact] public async Task Other() { var bus = new DomainEventPublisher(); using var spy = DomainEvents.Testing.EventSpy.Attach(bus); bus.Publish(new OrderPlaced(\"\")); await [|Task.Delay(5)|]; Assert.Single(spy.Received); } [Fact]", StringComparison.Ordinal));
    }

    private static CodeFixSetup Fix() => new(Setups.ForTests<SleepInTestAnalyzer>(), new WaitForEventFix());
}
