using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class PublishInLoopTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("foreach (var id in ids) { bus.[|Publish|](new OrderPlaced(id)); }")]
    [InlineData("foreach (var id in ids) bus.[|Publish|](new OrderPlaced(id));")]
    [InlineData("foreach (var id in ids) { await bus.[|PublishAsync|](new OrderPlaced(id), token).ConfigureAwait(false); }")]
    [InlineData("foreach (string id in ids.Where(x => x.Length > 1)) { await bus.[|PublishAsync|](new OrderPlaced(id)); }")]
    public Task Loop_that_only_publishes_is_reported(string loop) =>
        AnalyzerRunner.VerifyAsync(Setups.For<PublishInLoopAnalyzer>(), Event + Around(loop), new ExpectedDiagnostic("DEVT1405", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("foreach (var id in ids) { Console.WriteLine(id); bus.Publish(new OrderPlaced(id)); }")]
    [InlineData("foreach (var id in ids) { if (id.Length > 1) { bus.Publish(new OrderPlaced(id)); } }")]
    [InlineData("foreach (var e in new List<IDomainEvent>()) { bus.Publish(e); }")]
    [InlineData("for (var i = 0; i < 3; i++) { bus.Publish(new OrderPlaced(\"\")); }")]
    [InlineData("foreach (var id in ids) { bus.PublishBatch([new OrderPlaced(id)]); }")]
    [InlineData("bus.PublishBatch([.. ids.Select(id => new OrderPlaced(id))]);")]
    public Task Anything_else_is_left_alone(string loop) => AnalyzerRunner.VerifyAsync(Setups.For<PublishInLoopAnalyzer>(), Event + Around(loop));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<PublishInLoopAnalyzer>(), Event + Around("foreach (var id in ids) { bus.Publish(new OrderPlaced(id)); }"));

    [Fact]
    public Task Fix_publishes_together() => CodeFixRunner.VerifyAsync(
        Fix(),
        Event + """
        public class Import(IDomainEventPublisher bus)
        {
            public async Task Run(List<string> ids, CancellationToken token)
            {
                // all
                foreach (var id in ids)
                {
                    bus.[|Publish|](new OrderPlaced(id));
                } // done

                foreach (var id in ids.Where(x => x.Length > 1))
                    await bus.[|PublishAsync|](new OrderPlaced(id), token).ConfigureAwait(false);
            }
        }
        """,
        Event + """
        public class Import(IDomainEventPublisher bus)
        {
            public async Task Run(List<string> ids, CancellationToken token)
            {
                // all
                bus.PublishBatch([.. ids.Select(id => new OrderPlaced(id))]); // done

                await bus.PublishBatchAsync([.. ids.Where(x => x.Length > 1).Select(id => new OrderPlaced(id))], token).ConfigureAwait(false);
            }
        }
        """);

    [Theory]
    [InlineData("foreach (string id in ids) { bus.[|Publish|](new OrderPlaced(id)); }")]
    [InlineData("foreach (var id in ids) { bus.[|Publish|](new OrderPlaced(await Task.FromResult(id))); }")]
    [InlineData("foreach (var id in ids) { bus.[|Publish|](new OrderPlaced(id)); /* why */ }")]
    public Task Fix_is_not_offered_where_something_would_be_lost(string loop) => CodeFixRunner.VerifyOfferedAsync(Fix(), Event + Around(loop));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(), Event + Around("foreach (var id in ids) { bus.[|Publish|](new OrderPlaced(id)); } foreach (var id in ids) { bus.[|Publish|](new OrderPlaced(id)); }"));

    private static CodeFixSetup Fix() => Setups.For<PublishInLoopAnalyzer, PublishTogetherFix>();

    private static string Around(string loop) =>
        "public class Import(IDomainEventPublisher bus) { public async Task Run(List<string> ids, CancellationToken token) { await Task.Yield(); " + loop + " } }";
}
