using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class ThrowingSubscriptionTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("bus.Subscribe<OrderPlaced>([|e => throw new InvalidOperationException()|])")]
    [InlineData("bus.Subscribe<OrderPlaced>([|e => { Console.WriteLine(e); throw new InvalidOperationException(); }|])")]
    [InlineData("bus.Subscribe([|(OrderPlaced e) => throw new InvalidOperationException()|])")]
    [InlineData("bus.Subscribe<OrderPlaced>([|delegate (OrderPlaced e) { throw new InvalidOperationException(); }|])")]
    public Task Lambda_that_only_throws_is_reported(string call) =>
        AnalyzerRunner.VerifyAsync(Setups.For<ThrowingSubscriptionAnalyzer>(), Event + Around(call), new ExpectedDiagnostic("DEVT1313", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("bus.Subscribe<OrderPlaced>(e => { })")]
    [InlineData("bus.Subscribe<OrderPlaced>(e => { if (e.OrderId == \"\") { throw new InvalidOperationException(); } })")]
    [InlineData("bus.Subscribe<OrderPlaced>(async e => { await Task.Yield(); throw new InvalidOperationException(); })")]
    [InlineData("bus.Subscribe<OrderPlaced>(new Action<OrderPlaced>(e => throw new InvalidOperationException()))")]
    [InlineData("bus.SubscribeAll(e => throw new InvalidOperationException())")]
    [InlineData("bus.Subscribe<OrderPlaced>(e => { if (e.OrderId == \"\") { return Task.CompletedTask; } throw new InvalidOperationException(); })")]
    public Task Anything_else_is_left_alone(string call) => AnalyzerRunner.VerifyAsync(Setups.For<ThrowingSubscriptionAnalyzer>(), Event + Around(call));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<ThrowingSubscriptionAnalyzer>(), Event + Around("bus.Subscribe<OrderPlaced>(e => throw new InvalidOperationException())"));

    [Fact]
    public Task Fix_names_the_delegate() => CodeFixRunner.VerifyAsync(
        Setups.For<ThrowingSubscriptionAnalyzer, NameDelegateFix>(),
        Event + Around("bus.Subscribe<OrderPlaced>([|e => throw new InvalidOperationException()|] /* now */)"),
        Event + Around("bus.Subscribe<OrderPlaced>(new Action<OrderPlaced>(e => throw new InvalidOperationException()) /* now */)"));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<ThrowingSubscriptionAnalyzer, NameDelegateFix>(),
        Event + "public class Screen { void Start(IDomainEventSubscriber bus) { using var a = bus.Subscribe<OrderPlaced>([|e => throw new InvalidOperationException()|]); using var b = bus.Subscribe<OrderPlaced>([|e => throw new InvalidOperationException()|]); } }");

    private static string Around(string call) => "public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => " + call + "; }";
}
