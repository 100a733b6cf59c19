using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class ExternalCallTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";
    private const string InTransaction = Event + "[DomainEventHandler(Phase = HandlerPhase.InTransaction)] ";

    [Theory]
    [InlineData(InTransaction + "public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|client.GetStringAsync(e.OrderId, t)|]; }")]
    [InlineData(InTransaction + "public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { using var answer = [|client.Send(new HttpRequestMessage())|]; } }")]
    [InlineData(Event + "public static class Mail { [DomainEventHandler(Phase = HandlerPhase.InTransaction, Order = 2)] public static async Task On(OrderPlaced e, System.Net.Mail.SmtpClient smtp) => await [|smtp.SendMailAsync(\"a\", \"b\", \"c\", e.OrderId)|]; }")]
    [InlineData("namespace Grpc.Core { public abstract class ClientBase; } public class Stock : Grpc.Core.ClientBase { public Task ReserveAsync(string id) => Task.CompletedTask; }\n" + InTransaction + "public class Reserve(Stock stock) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|stock.ReserveAsync(e.OrderId)|]; }")]
    [InlineData("namespace MassTransit { public interface IPublishEndpoint { Task Publish(object message); } }\n" + InTransaction + "public class Forward(MassTransit.IPublishEndpoint bus) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|bus.Publish(e)|]; }")]
    public Task Call_of_another_system_in_the_transaction_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<ExternalCallAnalyzer>(), source, new ExpectedDiagnostic("DEVT1307", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData(Event + "public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await client.GetStringAsync(e.OrderId, t); }")]
    [InlineData(Event + "[DomainEventHandler(Phase = HandlerPhase.AfterCommit)] public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await client.GetStringAsync(e.OrderId, t); }")]
    [InlineData(InTransaction + "public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) { client.CancelPendingRequests(); client.BaseAddress = null; } }")]
    [InlineData(InTransaction + "public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await File.ReadAllTextAsync(\"a\", t); }")]
    [InlineData(InTransaction + "public class Mail(IDomainEventPublisher bus) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await bus.PublishAsync(e, t); }")]
    [InlineData(InTransaction + "public class Mail(HttpClient client) : IDomainEventHandler<OrderPlaced> { Action? _later; public void Handle(OrderPlaced e) => _later = () => client.GetStringAsync(e.OrderId); }")]
    [InlineData(Event + "public class Screen(HttpClient client) { public EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(async e => await client.GetStringAsync(e.OrderId)); }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<ExternalCallAnalyzer>(), source);

    [Fact]
    public Task Types_of_the_users_own_can_be_added() => AnalyzerRunner.VerifyAsync(
        Setups.For<ExternalCallAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1307.external_types = Shop.IOther | Shop.IPayments\n")),
        "namespace Shop { public interface IPayments { Task PayAsync(); } }\n" + InTransaction + "public class Pay(Shop.IPayments payments) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|payments.PayAsync()|]; }",
        new ExpectedDiagnostic("DEVT1307", Message: "'IPayments.PayAsync' reaches another system inside the transaction, which may yet be rolled back; move it to a handler with Phase = HandlerPhase.AfterCommit"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<ExternalCallAnalyzer>(),
        InTransaction + "public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await client.GetStringAsync(e.OrderId, t); }");

    [Fact]
    public Task Fix_runs_the_handler_after_the_commit() => CodeFixRunner.VerifyAsync(
        Setups.For<ExternalCallAnalyzer, RunAfterCommitFix>(),
        Event + "[DomainEventHandler(Order = 1, Phase = HandlerPhase.InTransaction /* why */)]\npublic class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|client.GetStringAsync(e.OrderId, t)|]; }",
        Event + "[DomainEventHandler(Order = 1, Phase = HandlerPhase.AfterCommit /* why */)]\npublic class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await client.GetStringAsync(e.OrderId, t); }");

    [Fact]
    public Task Fix_is_not_offered_where_the_phase_is_a_constant() => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<ExternalCallAnalyzer, RunAfterCommitFix>(),
        Event + "[DomainEventHandler(Phase = When)] public class Mail(HttpClient client) : IAsyncDomainEventHandler<OrderPlaced> { const HandlerPhase When = HandlerPhase.InTransaction; public async ValueTask HandleAsync(OrderPlaced e, CancellationToken t) => await [|client.GetStringAsync(e.OrderId, t)|]; }");

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<ExternalCallAnalyzer, RunAfterCommitFix>(),
        Event + "public class Mail { [DomainEventHandler(Phase = HandlerPhase.InTransaction)] static async Task A(OrderPlaced e, HttpClient c) => await [|c.GetStringAsync(\"\")|]; [DomainEventHandler(Phase = HandlerPhase.InTransaction)] static async Task B(OrderPlaced e, HttpClient c) => await [|c.GetStringAsync(\"\")|]; }");
}
