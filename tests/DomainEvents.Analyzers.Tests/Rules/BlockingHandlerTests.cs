using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class BlockingHandlerTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { var text = [|client.GetStringAsync(e.OrderId).Result|]; } }")]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => [|client.GetStringAsync(e.OrderId).Wait()|]; }")]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => [|client.GetStringAsync(e.OrderId).ConfigureAwait(false).GetAwaiter().GetResult()|]; }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { [|Thread.Sleep(100)|]; } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void On(OrderPlaced e, HttpClient client) { [|Task.WaitAll(client.GetStringAsync(\"a\"), client.GetStringAsync(\"b\"))|]; } }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { await Task.Yield(); [|File.WriteAllText(\"a\", e.OrderId)|]; } }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus, HttpClient client) => bus.Subscribe<OrderPlaced>(e => { [|client.GetStringAsync(e.OrderId).Wait(1000)|]; }); }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { var running = Task.Run(() => 1); Console.WriteLine([|running.Result|]); await Task.Yield(); } }")]
    [InlineData("public class Mail(IDomainEventPublisher bus) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => [|bus.PublishAsync(e).GetAwaiter().GetResult()|]; }")]
    public Task Blocking_in_a_handler_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<BlockingHandlerAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1305", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => Console.WriteLine(await client.GetStringAsync(e.OrderId, t)); }")]
    [InlineData("public class Mail(HttpClient client) { public void Handle(OrderPlaced e) => client.GetStringAsync(e.OrderId).Wait(); }")]
    [InlineData("public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { var a = client.GetStringAsync(\"a\", t); var b = client.GetStringAsync(\"b\", t); await Task.WhenAll(a, b); Console.WriteLine(a.Result + b.Result); } }")]
    [InlineData("public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { var a = client.GetStringAsync(\"a\", t); if (a.IsCompletedSuccessfully) { Console.WriteLine(a.Result); } return default; } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { File.WriteAllText(\"a\", e.OrderId); } }")]
    [InlineData("public class Answer { public string Result => \"\"; public void Wait() { } } public class Mail(Answer answer) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { answer.Wait(); Console.WriteLine(answer.Result); } }")]
    [InlineData("[DomainEventHandler(Background = true)] public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Thread.Sleep(100); }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { Thread.Sleep(0); var done = Task.FromResult(1).Result; } }")]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => client.GetStringAsync(\"a\").ContinueWith(t => Console.WriteLine(t.Result)); }")]
    [InlineData("public class Mail(IEnumerable<Task<int>> all) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { var first = await Task.WhenAny(all); Console.WriteLine(first.Result); } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<BlockingHandlerAnalyzer>(), Event + source);

    [Fact]
    public Task Test_project_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<BlockingHandlerAnalyzer>().WithReferences(typeof(FactAttribute).Assembly),
        Event + "public class Slow : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Thread.Sleep(100); }");

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<BlockingHandlerAnalyzer>(), Event + "public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Thread.Sleep(100); }");

    [Fact]
    public Task Fix_awaits_and_makes_the_handler_asynchronous() => CodeFixRunner.VerifyAsync(
        Fix(),
        Event + """
        public sealed class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                // two
                var text = [|client.GetStringAsync("a").Result|].Trim(); // trimmed
                [|client.GetStringAsync("b").ConfigureAwait(false).GetAwaiter().GetResult()|];
                [|Thread.Sleep(10)|];
                Console.WriteLine(text);
            }
        }

        public sealed class Fax : IAsyncDomainEventHandler<OrderPlaced>
        {
            public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
            {
                await Task.Yield();
                var text = [|File.ReadAllText("a")|];
                Console.WriteLine([|Task.Run(() => 1).Result|] + text);
            }
        }
        """,
        Event + """
        public sealed class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced>
        {
            public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
            {
                // two
                var text = (await client.GetStringAsync("a", cancellationToken)).Trim(); // trimmed
                await client.GetStringAsync("b", cancellationToken).ConfigureAwait(false);
                await Task.Delay(10, cancellationToken);
                Console.WriteLine(text);
            }
        }

        public sealed class Fax : IAsyncDomainEventHandler<OrderPlaced>
        {
            public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
            {
                await Task.Yield();
                var text = await File.ReadAllTextAsync("a", cancellationToken);
                Console.WriteLine(await Task.Run(() => 1) + text);
            }
        }
        """);

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => [|Thread.Sleep(1)|]; void Again(OrderPlaced e) => Handle(e); }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { [|Thread.Sleep(1)|]; return default; } }")]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { [|client.GetStringAsync(\"a\").Wait(1000)|]; } }")]
    [InlineData("public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { lock (client) { [|client.GetStringAsync(\"a\").Wait()|]; } } }")]
    public Task Fix_is_not_offered_where_no_await_can_stand(string source) => CodeFixRunner.VerifyOfferedAsync(Fix(), Event + source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Event + """
        public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                [|client.GetStringAsync([|client.GetStringAsync("a").Result|]).Wait()|];
                [|Thread.Sleep(10)|];
            }
        }
        """);

    private static CodeFixSetup Fix() => Setups.For<BlockingHandlerAnalyzer, AwaitBlockingFix>();

    [Fact]
    public Task Option_adds_methods_that_block() => AnalyzerRunner.VerifyAsync(
        Setups.For<BlockingHandlerAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1305.blocking_methods = Shop.Client.Load\n")),
        "namespace Shop; [DomainEvent] public partial class OrderPlaced; public class Client { public int Load() => 1; public int Look() => 1; } public class Mail(Client client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { await Task.Yield(); [|client.Load()|]; client.Look(); } }");
}
