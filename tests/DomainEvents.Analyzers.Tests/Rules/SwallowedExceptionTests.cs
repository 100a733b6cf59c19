using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class SwallowedExceptionTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } [|catch|] { } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { if (e.OrderId == \"\") return; try { Console.WriteLine(e); } [|catch|] (Exception) { } } }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { var a = 1; try { await Task.Delay(a, t); } [|catch|] (System.Exception ignored) { return; } } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static Task On(OrderPlaced e) { try { return Task.Delay(1); } [|catch|] { return Task.CompletedTask; } } }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(e => { try { Console.WriteLine(e); } [|catch|] (Exception) { } }); }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { using (File.OpenRead(\"a\")) { try { Console.WriteLine(e); } catch (IOException x) { Console.WriteLine(x); } [|catch|] { } } } }")]
    public Task Catch_that_takes_everything_and_does_nothing_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<SwallowedExceptionAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1306", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch (IOException) { } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch (Exception x) { Console.WriteLine(x); } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { throw; } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch (Exception) when (e.OrderId == \"\") { } } }")]
    [InlineData("[DomainEventHandler(OnError = HandlerErrorPolicy.LogAndContinue)] public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { Console.WriteLine(e); try { File.Delete(\"a\"); } catch { } } }")]
    [InlineData("public class Mail(IEnumerable<Action<OrderPlaced>> all) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { foreach (var one in all) { try { one(e); } catch { } } } }")]
    [InlineData("public class Mail { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { bool _failed; public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { _failed = true; } } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { Action later = () => { try { Console.WriteLine(e); } catch { } }; later(); } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<SwallowedExceptionAnalyzer>(), Event + source);

    [Fact]
    public Task Test_project_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Setups.For<SwallowedExceptionAnalyzer>().WithReferences(typeof(FactAttribute).Assembly),
        Event + "public class Quiet : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { } } }");

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<SwallowedExceptionAnalyzer>(), Event + "public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { try { Console.WriteLine(e); } catch { } } }");

    [Fact]
    public Task Fix_throws_the_exception_on() => CodeFixRunner.VerifyAsync(
        Setups.For<SwallowedExceptionAnalyzer, RethrowFix>(),
        Event + """
        public sealed class Mail : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                try
                {
                    Console.WriteLine(domainEvent);
                }
                [|catch|] (Exception)
                {
                    // never mind
                }
            }
        }

        public sealed class Fax : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                try
                {
                    Console.WriteLine(domainEvent);
                }
                [|catch|]
                {
                    return; // enough
                }
            }
        }
        """,
        Event + """
        public sealed class Mail : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                try
                {
                    Console.WriteLine(domainEvent);
                }
                catch (Exception)
                {
                    // never mind
                    throw;
                }
            }
        }

        public sealed class Fax : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                try
                {
                    Console.WriteLine(domainEvent);
                }
                catch
                {
                    throw; // enough
                }
            }
        }
        """);
}
