using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class SyncPublishTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";
    private const string Handler = "public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; }\n";

    [Theory]
    [InlineData(Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new OrderPlaced(\"\")); }")]
    [InlineData(Event + Handler + "public class Checkout(DomainEventPublisher publisher) { public void Place(OrderPlaced e) { publisher.[|Publish|](e); } }")]
    [InlineData(Event + "public static class Mail { [DomainEventHandler] public static Task On(OrderPlaced e) => Task.CompletedTask; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new OrderPlaced(\"\")); }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent; [DomainEvent] public partial class OrderPlaced : OrderEvent; public class Mail : IAsyncDomainEventHandler<OrderEvent> { public ValueTask HandleAsync(OrderEvent e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new OrderPlaced()); }")]
    [InlineData(Event + "public class Audit : IAsyncDomainEventHandler<IDomainEvent> { public ValueTask HandleAsync(IDomainEvent e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new OrderPlaced(\"\")); }")]
    public Task Publish_that_will_throw_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<SyncPublishAnalyzer>(), source, new ExpectedDiagnostic("DEVT1408", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData(Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public ValueTask Place() => publisher.PublishAsync(new OrderPlaced(\"\")); }")]
    [InlineData(Event + "public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + "public class Mail : IDomainEventHandler<OrderPlaced>, IAsyncDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { } public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + "[DomainEventHandler(Background = true)] public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public void Place(IDomainEvent e) => publisher.Publish(e); }")]
    [InlineData(Event + Handler + "public class Checkout { public void Place() { var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty }); publisher.Publish(new OrderPlaced(\"\")); } }")]
    [InlineData(Event + Handler + "public class Bus { public void Publish(object message) { } } public class Checkout(Bus bus) { public void Place() => bus.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + "[DomainEvent] public partial class OrderPaid; public class Mail : IAsyncDomainEventHandler<OrderPaid> { public ValueTask HandleAsync(OrderPaid e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + "public abstract class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => default; } public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }")]
    [InlineData(Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public void Place() { try { publisher.Publish(new OrderPlaced(\"\")); } catch (AsyncHandlersException) { Console.WriteLine(); } } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<SyncPublishAnalyzer>(), source);

    [Fact]
    public Task Test_project_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<SyncPublishAnalyzer>().WithReferences(typeof(FactAttribute).Assembly),
        Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public Task Handler_of_another_assembly_counts(bool asImage) => AnalyzerRunner.VerifyAsync(
        Setups.For<SyncPublishAnalyzer>().WithProject(project => project.WithLibrary(
            GeneratorRunner.Run(
                new DomainEventGenerator(),
                Setups.For<SyncPublishAnalyzer>().ProjectOf("namespace Sales { " + Event + Handler + " }").WithAssemblyName("Sales")),
            asImage)),
        "public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new Sales.OrderPlaced(\"\")); }",
        new ExpectedDiagnostic("DEVT1408", Message: "Publish of 'OrderPlaced' throws, because its handler 'Sales.Mail' is asynchronous; await PublishAsync"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<SyncPublishAnalyzer>(), Event + Handler + "public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.Publish(new OrderPlaced(\"\")); }");

    [Fact]
    public Task Fix_awaits_the_asynchronous_publish() => CodeFixRunner.VerifyAsync(
        Setups.For<SyncPublishAnalyzer, PublishAsyncFix>(),
        Event + Handler + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public async Task Place(CancellationToken token)
            {
                await Task.Yield();
                publisher.[|Publish|](new OrderPlaced("")); // now
            }

            public void Pay() => publisher.[|Publish|](new OrderPlaced(""));
        }
        """,
        Event + Handler + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public async Task Place(CancellationToken token)
            {
                await Task.Yield();
                await publisher.PublishAsync(new OrderPlaced(""), token); // now
            }

            public async Task Pay() => await publisher.PublishAsync(new OrderPlaced(""));
        }
        """);

    [Theory]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public void Place() => publisher.[|Publish|](new OrderPlaced(\"\")); void Call() => Place(); }")]
    [InlineData("public class Checkout(IDomainEventPublisher publisher) { public Action Place() => () => publisher.[|Publish|](new OrderPlaced(\"\")); }")]
    [InlineData("public class Checkout(IDomainEventPublisher? publisher) { public async Task Place() { publisher?.[|Publish|](new OrderPlaced(\"\")); await Task.Yield(); } }")]
    public Task Fix_is_not_offered_where_no_await_can_stand(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<SyncPublishAnalyzer, PublishAsyncFix>(), Event + Handler + source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<SyncPublishAnalyzer, PublishAsyncFix>(),
        Event + Handler + """
        public class Checkout(IDomainEventPublisher publisher)
        {
            public void Place()
            {
                publisher.[|Publish|](new OrderPlaced(""));
                publisher.[|Publish|](new OrderPlaced(""));
            }

            public void Pay() => publisher.[|Publish|](new OrderPlaced(""));
        }
        """);
}
