using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
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

    [Fact]
    public Task Fix_attaches_a_spy_and_asserts() => CodeFixRunner.VerifyAsync(
        Fix(),
        Events + """
        public class CheckoutTests
        {
            [Fact]
            public void [|Order|]()
            {
                using var bus = new DomainEventPublisher();

                bus.Publish(new OrderPlaced("A-17")); // sent
            }
        }
        """,
        "using DomainEvents.Testing;\n\n" + Events + """
        public class CheckoutTests
        {
            [Fact]
            public void Order()
            {
                using var bus = new DomainEventPublisher();

                using var spy = EventSpy.Attach(bus);
                bus.Publish(new OrderPlaced("A-17")); // sent
                spy.AssertPublished<OrderPlaced>();
            }
        }
        """);

    [Theory]
    [InlineData("[Fact] public void [|Order|]() { using var bus = new DomainEventPublisher(); bus.PublishBatch([new OrderPlaced(\"\")]); }")]
    [InlineData("[Theory] [InlineData(1)] public void [|Order|](int spy) { using var bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced($\"{spy}\")); }")]
    [InlineData("[Fact] public void [|Order|]() { IDomainEventPublisher bus = new DomainEventPublisher(); bus.Publish(new OrderPlaced(\"\")); }")]
    public Task Fix_is_not_offered_where_no_spy_fits(string test) => CodeFixRunner.VerifyOfferedAsync(Fix(), Around(test));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Events + """
        public class CheckoutTests
        {
            [Fact]
            public void [|First|]()
            {
                using var bus = new DomainEventPublisher();
                bus.Publish(new OrderPlaced("A-17"));
            }

            [Fact]
            public async Task [|Second|]()
            {
                using var bus = new DomainEventPublisher();
                await bus.PublishAsync(new OrderPlaced("A-17"));
            }
        }
        """);

    private const string Events = "[DomainEvent]\npublic partial class OrderPlaced\n{\n    public string OrderId { get; }\n}\n\n";

    private static CodeFixSetup Fix() => new(Setup(), new InsertSpyFix());
}
