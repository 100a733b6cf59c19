using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class TokenNotForwardedTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await c.[|GetStringAsync|](e.OrderId); }")]
    [InlineData("public class Mail(IDomainEventPublisher bus) : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => bus.[|PublishAsync|](e); }")]
    [InlineData("public class Mail { [DomainEventHandler] public static async Task On(OrderPlaced e, CancellationToken t) => await Task.[|Delay|](100); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(async (e, t) => await File.[|ReadAllTextAsync|](e.OrderId)); }")]
    public Task Call_without_the_token_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<TokenNotForwardedAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1308", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await c.GetStringAsync(e.OrderId, t); }")]
    [InlineData("public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await c.GetStringAsync(e.OrderId, CancellationToken.None); }")]
    [InlineData("public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken _) => await c.GetStringAsync(e.OrderId); }")]
    [InlineData("public class Store { public Task SaveAsync(string id) => Task.CompletedTask; } public class Mail(Store s) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await s.SaveAsync(e.OrderId); }")]
    [InlineData("public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { try { await Task.Delay(1, t); } finally { await c.GetStringAsync(e.OrderId); } } }")]
    [InlineData("public class Mail(HttpClient c) { public async Task HandleAsync(OrderPlaced e, CancellationToken t) => await c.GetStringAsync(e.OrderId); }")]
    [InlineData("public class Store { public Task SaveAsync(string id, CancellationToken t) => Task.CompletedTask; public Task<int> SaveAsync(string id) => null!; } public class Mail(Store s) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await s.SaveAsync(e.OrderId); }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<TokenNotForwardedAnalyzer>(), Event + source);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<TokenNotForwardedAnalyzer>(), Event + "public class Mail { [DomainEventHandler] public static async Task On(OrderPlaced e, CancellationToken t) => await Task.Delay(100); }");

    [Fact]
    public Task Fix_passes_the_token() => CodeFixRunner.VerifyAsync(
        Setups.For<TokenNotForwardedAnalyzer, PassTokenFix>(),
        Event + "public class Store { public Task SaveAsync(string id = \"\", int times = 1, CancellationToken token = default) => Task.CompletedTask; public Task LoadAsync(CancellationToken token = default) => Task.CompletedTask; }\n"
            + "public class Mail(Store s, HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken @event) { await s.[|SaveAsync|](); await s.[|SaveAsync|](e.OrderId); await s.[|LoadAsync|](); await c.[|GetStringAsync|]( /* where */ e.OrderId ); } }",
        Event + "public class Store { public Task SaveAsync(string id = \"\", int times = 1, CancellationToken token = default) => Task.CompletedTask; public Task LoadAsync(CancellationToken token = default) => Task.CompletedTask; }\n"
            + "public class Mail(Store s, HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken @event) { await s.SaveAsync(token: @event); await s.SaveAsync(e.OrderId, token: @event); await s.LoadAsync(@event); await c.GetStringAsync( /* where */ e.OrderId, @event); } }");

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<TokenNotForwardedAnalyzer, PassTokenFix>(),
        Event + "public class Mail(HttpClient c) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) { await c.[|GetStringAsync|](await c.[|GetStringAsync|](\"a\")); await Task.[|Delay|](1); } }");
}
