using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class DiscardedWaitTests
{
    [Theory]
    [InlineData("[Fact] public void Order() { spy.[|WaitForAsync|]<OrderPlaced>(); }")]
    [InlineData("[Fact] public void Order() => spy.[|WaitForHandlersAsync|](\"order.placed\");")]
    [InlineData("[Fact] public async Task Order() { await Task.Yield(); spy.[|WaitForAsync|]<OrderPlaced>(2).ConfigureAwait(false); }")]
    public Task Dropped_wait_is_reported(string test) =>
        AnalyzerRunner.VerifyAsync(Setups.ForTests<DiscardedWaitAnalyzer>(), Around(test), new ExpectedDiagnostic("DEVT1602", DiagnosticSeverity.Error));

    [Theory]
    [InlineData("[Fact] public async Task Order() { await spy.WaitForAsync<OrderPlaced>(); }")]
    [InlineData("[Fact] public Task Order() => spy.WaitForHandlersAsync(\"order.placed\");")]
    [InlineData("[Fact] public async Task Order() { var waiting = spy.WaitForAsync<OrderPlaced>(); await waiting; }")]
    [InlineData("[Fact] public void Order() { spy.WaitForAsync<OrderPlaced>().Wait(); }")]
    [InlineData("[Fact] public void Order() { _ = spy.WaitForAsync<OrderPlaced>(); }")]
    [InlineData("class Own { public Task WaitForAsync() => Task.CompletedTask; } [Fact] public void Order() { new Own().WaitForAsync(); }")]
    public Task Anything_else_is_left_alone(string test) => AnalyzerRunner.VerifyAsync(Setups.ForTests<DiscardedWaitAnalyzer>(), Around(test));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.ForTests<DiscardedWaitAnalyzer>(), Around("[Fact] public void Order() { spy.WaitForAsync<OrderPlaced>(); }"));

    [Fact]
    public Task Fix_awaits() => CodeFixRunner.VerifyAsync(
        Fix(),
        Around("[Fact] public void Order() { spy.[|WaitForAsync|]<OrderPlaced>(); /* then */ } [Fact] public async Task Pay() { spy.[|WaitForHandlersAsync|](\"order.placed\"); await Task.Yield(); }"),
        Around("[Fact] public async Task Order() { await spy.WaitForAsync<OrderPlaced>(); /* then */ } [Fact] public async Task Pay() { await spy.WaitForHandlersAsync(\"order.placed\"); await Task.Yield(); }"));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(), Around("[Fact] public void Order() { spy.[|WaitForAsync|]<OrderPlaced>(); spy.[|WaitForAsync|]<OrderPlaced>(); }"));

    private static CodeFixSetup Fix() => new(Setups.ForTests<DiscardedWaitAnalyzer>(), new AwaitDroppedFix());

    private static string Around(string test) => "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\npublic class CheckoutTests(DomainEvents.Testing.EventSpy spy) { " + test + " }";
}
