using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnobservedPublishTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.[|PublishAsync|](new OrderPlaced(\"\")); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|PublishAsync|](new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(DomainEventPublisher publisher) { public async Task Place() { publisher.[|PublishBatchAsync|]([]); await Task.Yield(); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher? publisher) { public void Place() { publisher?.[|PublishAsync|](new OrderPlaced(\"\")); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.[|PublishAsync|](new OrderPlaced(\"\")).AsTask().ConfigureAwait(false); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Action Place() => () => publisher.[|PublishAsync|](new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { List<OrderPlaced> all = []; all.ForEach(e => publisher.[|PublishAsync|](e)); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Task Place() { publisher.[|PublishAsync|](new OrderPlaced(\"\")); return Task.CompletedTask; } }")]
    [InlineData("public class Own(IDomainEventPublisher inner) : IDomainEventPublisher { public void Publish(IDomainEvent e) { PublishAsync(e).AsTask().Wait(); [|PublishAsync|](e); } public ValueTask PublishAsync(IDomainEvent e, CancellationToken t = default) => inner.PublishAsync(e, t); public void PublishBatch(IReadOnlyList<IDomainEvent> e) { } public ValueTask PublishBatchAsync(IReadOnlyList<IDomainEvent> e, CancellationToken t = default) => default; }")]
    public Task Dropped_task_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnobservedPublishAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1401", DiagnosticSeverity.Error));

    [Theory]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public async Task Place() { await publisher.PublishAsync(new OrderPlaced(\"\")); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public ValueTask Place() => publisher.PublishAsync(new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Func<ValueTask> Place() => () => publisher.PublishAsync(new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { _ = publisher.PublishAsync(new OrderPlaced(\"\")); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public async Task Place() { var sent = publisher.PublishAsync(new OrderPlaced(\"\")); await sent; } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Task Place(List<OrderPlaced> all) => Task.WhenAll(all.Select(e => publisher.PublishAsync(e).AsTask())); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.PublishAsync(new OrderPlaced(\"\")).AsTask().ContinueWith(t => Console.WriteLine(t.Exception)); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.PublishAsync(new OrderPlaced(\"\")).AsTask().Wait(); } }")]
    [InlineData("public class Bus { public Task PublishAsync(object message) => Task.CompletedTask; } public class Checkout(Bus bus) { public void Place() { bus.PublishAsync(\"\"); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.Publish(new OrderPlaced(\"\")); } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<UnobservedPublishAnalyzer>(), Event + source);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<UnobservedPublishAnalyzer>(), Event + "public class Checkout(IDomainEventPublisher publisher) { public void Place() { publisher.PublishAsync(new OrderPlaced(\"\")); } }");

    [Fact]
    public Task Fix_awaits_and_makes_a_method_asynchronous_that_nobody_calls() => CodeFixRunner.VerifyAsync(
        Fix(),
        Event + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public async Task Place()
            {
                // first
                publisher.[|PublishAsync|](new OrderPlaced("")).ConfigureAwait(false); // last
                Func<Task> later = async () => { publisher.[|PublishAsync|](new OrderPlaced("")); await Task.Yield(); };
                await later();
            }

            /// <summary>Pays.</summary>
            void Pay() => publisher.[|PublishAsync|](new OrderPlaced(""));

            public static void Ship(DomainEventPublisher publisher)
            {
                publisher.[|PublishAsync|](new OrderPlaced(""));
            }
        }
        """,
        Event + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public async Task Place()
            {
                // first
                await publisher.PublishAsync(new OrderPlaced("")).ConfigureAwait(false); // last
                Func<Task> later = async () => { await publisher.PublishAsync(new OrderPlaced("")); await Task.Yield(); };
                await later();
            }

            /// <summary>Pays.</summary>
            async Task Pay() => await publisher.PublishAsync(new OrderPlaced(""));

            public static async Task Ship(DomainEventPublisher publisher)
            {
                await publisher.PublishAsync(new OrderPlaced(""));
            }
        }
        """);

    [Theory]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|PublishAsync|](new OrderPlaced(\"\")); void Call() => Place(); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) : IDisposable { public void Dispose() => publisher.[|PublishAsync|](new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(IDomainEventPublisher? publisher) { public async Task Place() { publisher?.[|PublishAsync|](new OrderPlaced(\"\")); await Task.Yield(); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public int Total { get { publisher.[|PublishAsync|](new OrderPlaced(\"\")); return 1; } } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public async Task Place() { lock (this) { publisher.[|PublishAsync|](new OrderPlaced(\"\")); } await Task.Yield(); } }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Action Place() => () => publisher.[|PublishAsync|](new OrderPlaced(\"\")); }")]
    public Task Fix_is_not_offered_where_no_await_can_stand(string source) => CodeFixRunner.VerifyOfferedAsync(Fix(), Event + source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Event + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public async Task Place()
            {
                publisher.[|PublishAsync|](new OrderPlaced(""));
                publisher.[|PublishAsync|](new OrderPlaced(""));
                await Task.Yield();
            }

            public void Pay()
            {
                publisher.[|PublishAsync|](new OrderPlaced(""));
            }
        }
        """);

    private static CodeFixSetup Fix() => Setups.For<UnobservedPublishAnalyzer, AwaitDroppedFix>();
}
