using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class DurablePublishTests
{
    private const string Types = """
        [DomainEvent(Durable = true)] public partial class OrderPlaced { public string OrderId { get; } }
        [DomainEvent(Durable = true)] public sealed partial record OrderPaid(string OrderId);
        [DomainEvent] public partial class OrderSeen { public string OrderId { get; } }

        """;

    [Theory]
    [InlineData("async Task M(string id) => await bus.[|PublishAsync|](new OrderPlaced(id));")]
    [InlineData("void M(string id) { var e = new OrderPaid(id); Console.WriteLine(e); bus.[|Publish|](e); }")]
    [InlineData("void M(string id) => bus.[|PublishBatch|]([new OrderSeen(id), new OrderPaid(id)]);")]
    [InlineData("async Task M(string id) { IDomainEvent e = new OrderPlaced(id); await bus.[|PublishAsync|](e).ConfigureAwait(false); }")]
    [InlineData("void M(string id, DomainEventPublisher own) { Action later = () => own.[|Publish|](new OrderPlaced(id)); later(); }")]
    public Task Durable_event_that_is_published_is_reported(string member) =>
        AnalyzerRunner.VerifyAsync(Setup(), Source(member), new ExpectedDiagnostic("DEVT1404", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("async Task M(string id) => await bus.PublishAsync(new OrderSeen(id));")]
    [InlineData("async Task M(OrderPlaced e) => await bus.PublishAsync(e);")]
    [InlineData("async Task M(IDomainEvent e) => await bus.PublishAsync(e);")]
    [InlineData("void M(List<OrderPlaced> all) { foreach (var e in all) { bus.Publish(e); } }")]
    [InlineData("void M(IUnitOfWork work, string id) => work.Raise(new OrderPlaced(id));")]
    [InlineData("interface IBroker { void Publish(object message); } void M(IBroker broker, string id) => broker.Publish(new OrderPlaced(id));")]
    public Task Anything_else_is_left_alone(string member) => AnalyzerRunner.VerifyAsync(Setup(), Source(member));

    [Fact]
    public Task Tests_are_left_alone() => AnalyzerRunner.VerifyAsync(
        Setup().WithReferences(typeof(FactAttribute).Assembly).WithProject(static project => project.WithSuppressed("CS1701", "CS1702")),
        Source("void M(string id) => bus.Publish(new OrderPlaced(id));"));

    [Fact]
    public Task Project_without_an_outbox_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<DurablePublishAnalyzer>(), Source("void M(string id) => bus.Publish(new OrderPlaced(id));"));

    [Fact]
    public Task Fix_has_the_object_raise_the_event() => CodeFixRunner.VerifyAsync(
        Fix(),
        Types + """
        public class Order : AggregateRoot
        {
            public string Id { get; } = "";

            public void Place(IDomainEventPublisher bus)
            {
                // now
                bus.[|Publish|](new OrderPlaced(Id)); // done
            }
        }
        """,
        Types + """
        public class Order : AggregateRoot
        {
            public string Id { get; } = "";

            public void Place(IDomainEventPublisher bus)
            {
                // now
                Raise(new OrderPlaced(Id)); // done
            }
        }
        """);

    [Theory]
    [InlineData("void M(string id) { bus.[|Publish|](new OrderPlaced(id)); }")]
    [InlineData("async Task M(IUnitOfWork work, string id) { await bus.[|PublishAsync|](new OrderPlaced(id)); }")]
    [InlineData("async Task M(IUnitOfWork work, string id) { await work.CommitAsync(); await bus.[|PublishAsync|](new OrderPlaced(id)); }")]
    [InlineData("ValueTask M(IUnitOfWork work, string id) { return bus.[|PublishAsync|](new OrderPlaced(id)); }")]
    public Task Fix_is_not_offered_where_nothing_can_raise_it(string member) => CodeFixRunner.VerifyOfferedAsync(Fix(), Source(member));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(), Source("void M(IUnitOfWork work, string id) { bus.[|Publish|](new OrderPlaced(id)); bus.[|Publish|](new OrderPaid(id)); work.Commit(); }"));

    private static AnalyzerSetup Setup() => Setups.ForTransactions<DurablePublishAnalyzer>();

    private static CodeFixSetup Fix() => new(Setup(), new RaiseInsteadFix());

    private static string Source(string member) => Types + "public class Checkout(IDomainEventPublisher bus) { " + member + " object All => bus; }";
}
