using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>All rules over programs without a method: each of their statements is a member to the syntax, and all share their variables.</summary>
public class TopLevelProgramTests
{
    private const string Types = """

        [DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }
        [DomainEvent] public partial record OrderPaid(string OrderId);
        [DomainEvent("tick.seen", Pooled = true)] public partial class Tick { public partial string Symbol { get; } }
        public sealed class Mailer : IAsyncDomainEventHandler<OrderPlaced>
        {
            public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken) => await Task.Delay(1, cancellationToken);
        }
        public static class Audit
        {
            [DomainEventHandler] public static void On(OrderPaid paid) => Console.WriteLine(paid.OrderId);
            [DomainEventHandler] public static void On(Tick tick) => Console.WriteLine(tick.Symbol);
        }
        """;

    [Theory]
    [InlineData("var tick = Tick.Rent(\"A\"); try { publisher.Publish(tick); } finally { tick.Return(); }")]
    [InlineData("var tick = Tick.Rent(\"A\"); publisher.Publish(tick); tick.Return();")]
    [InlineData("var tick = Tick.Rent(\"A\"); Give(tick); void Give(Tick given) => given.Return();")]
    [InlineData("var tick = Tick.Rent(\"A\"); if (args.Length > 0) { tick.Return(); return; } publisher.Publish(tick); tick.Return();")]
    [InlineData("using var shown = publisher.Subscribe<OrderPaid>(paid => Console.WriteLine(paid.OrderId)); publisher.Publish(new OrderPaid(\"1\"));")]
    [InlineData("var shown = publisher.Subscribe<OrderPaid>(paid => Console.WriteLine(paid.OrderId)); publisher.Publish(new OrderPaid(\"1\")); shown.Dispose();")]
    [InlineData("EventSubscription? shown = null; shown = publisher.Subscribe<OrderPaid>(_ => shown?.Dispose()); publisher.Publish(new OrderPaid(\"1\"));")]
    [InlineData("Func<OrderPaid, Task> show = async paid => await Console.Out.WriteLineAsync(paid.OrderId); using var shown = publisher.Subscribe(show); await publisher.PublishAsync(new OrderPaid(\"1\"));")]
    [InlineData("await publisher.PublishAsync(new OrderPlaced(\"1\"));")]
    [InlineData("var sending = publisher.PublishAsync(new OrderPlaced(\"1\")).AsTask(); Console.WriteLine(); await sending;")]
    [InlineData("var sending = publisher.PublishAsync(new OrderPlaced(\"1\")); Console.WriteLine(); await sending;")]
    [InlineData("List<Task> all = []; foreach (var id in args) { all.Add(publisher.PublishAsync(new OrderPlaced(id)).AsTask()); } await Task.WhenAll(all);")]
    [InlineData("using var bare = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty }); bare.Publish(new OrderPlaced(\"1\"));")]
    [InlineData("var options = new DomainEventPublisherOptions { Handlers = HandlerTable.Empty };\nusing var bare = new DomainEventPublisher(options);\nbare.Publish(new OrderPlaced(\"1\"));")]
    [InlineData("try { publisher.Publish(new OrderPlaced(\"1\")); } catch (AsyncHandlersException refusal) { Console.WriteLine(refusal.Message); }")]
    [InlineData("List<IDomainEvent> paid = [];\nforeach (var id in args) { paid.Add(new OrderPaid(id)); }\npublisher.PublishBatch(paid);")]
    [InlineData("Console.CancelKeyPress += (_, e) => e.Cancel = true; publisher.Publish(new OrderPaid(\"1\"));")]
    [InlineData("AppDomain.CurrentDomain.ProcessExit += OnExit; publisher.Publish(new OrderPaid(\"1\")); void OnExit(object? sender, EventArgs e) => publisher.Publish(new OrderPaid(\"2\"));")]
    [InlineData("var timer = new System.Timers.Timer(10); timer.Elapsed += (_, _) => publisher.Publish(new OrderPaid(\"1\")); timer.Start(); await Task.Delay(30); timer.Stop();")]
    public Task Right_program_is_left_alone(string program) => AnalyzerRunner.VerifyAsync(Setup(), Program(program));

    [Theory]
    [InlineData("var tick = {|DEVT1512:Tick.Rent(\"A\")|}; publisher.Publish(tick);")]
    [InlineData("publisher.{|DEVT1408:Publish|}(new OrderPlaced(\"1\"));")]
    [InlineData("publisher.{|DEVT1401:PublishAsync|}(new OrderPlaced(\"1\"));")]
    [InlineData("Action<OrderPaid> show = {|DEVT1304:async|} paid => await Console.Out.WriteLineAsync(paid.OrderId); using var shown = publisher.Subscribe(show);")]
    public Task Wrong_program_is_reported(string program) => AnalyzerRunner.VerifyAsync(Setup(), Program(program));

    private static AnalyzerSetup Setup() => Setups.ForAll().WithProject(static project => project.AsExecutable().WithSuppressed("CS1591"));

    private static string Program(string statements) => $"using var publisher = new DomainEventPublisher();\n{statements}\n{Types}";
}
