using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class AsyncVoidHandlerTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public async void [|Handle|](OrderPlaced domainEvent) => await Task.Yield(); }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { async void IDomainEventHandler<OrderPlaced>.[|Handle|](OrderPlaced domainEvent) { await Task.Yield(); } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static async void [|On|](OrderPlaced domainEvent) => await Task.Yield(); }")]
    [InlineData("public class Mail { [DomainEventHandler(Order = 2)] async void [|On|](OrderPlaced domainEvent) => await Task.Yield(); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) => bus.SubscribeAll([|async|] e => await Task.Yield()).Dispose(); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) => bus.SubscribeOwned<OrderPlaced>(this, new Action<OrderPlaced>([|async|] e => await Task.Yield())); }")]
    [InlineData("public class Screen { void Start(DomainEventPublisher bus) => bus.SubscribeOn<OrderPlaced>(new SynchronizationContext(), new Action<OrderPlaced>([|async|] e => await Task.Yield())); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) => bus.SubscribeWeak<Screen, OrderPlaced>(this, new Action<Screen, OrderPlaced>(static [|async|] (screen, e) => await Task.Yield())); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) { Action<OrderPlaced> show = [|async|] e => await Task.Yield(); using var s = bus.Subscribe(show); } }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) { Action<OrderPlaced> show; show = [|async|] delegate (OrderPlaced e) { await Task.Yield(); }; using var s = bus.Subscribe(show); } }")]
    [InlineData("public class Screen { private readonly Action<OrderPlaced> _show = [|async|] e => await Task.Yield(); EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe(_show); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>([|OnPlaced|]); private async void OnPlaced(OrderPlaced e) => await Task.Yield(); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe(new Action<OrderPlaced>([|async|] e => await Task.Yield())); }")]
    public Task Async_void_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<AsyncVoidHandlerAnalyzer>(), Event + source, new ExpectedDiagnostic("DEVT1304", DiagnosticSeverity.Error));

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) { } }")]
    [InlineData("public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken token) => await Task.Yield(); }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) { } public async void Handle(string text) => await Task.Yield(); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(async e => await Task.Yield()); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(async (e, token) => await Task.Delay(1, token)); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) => bus.SubscribeOwned<OrderPlaced>(this, async e => await Task.Yield()); }")]
    [InlineData("public class Screen { void Start(DomainEventPublisher bus) => bus.SubscribeOn<OrderPlaced>(new SynchronizationContext(), async e => await Task.Yield()); }")]
    [InlineData("public class Screen { void Start(IDomainEventSubscriber bus) => bus.SubscribeWeak<Screen, OrderPlaced>(this, static async (screen, e) => await Task.Yield()); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) { Func<OrderPlaced, Task> show = async e => await Task.Yield(); return bus.Subscribe(show); } }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) { Action<OrderPlaced> show = e => { }; Action other = async () => await Task.Yield(); other(); return bus.Subscribe(show); } }")]
    [InlineData("public class Screen { event EventHandler? Shown; void Start() => Shown += async (_, _) => await Task.Yield(); async void OnClick(object sender, EventArgs e) => await Task.Yield(); }")]
    [InlineData("public class Bus { public IDisposable Subscribe<T>(Action<T> handler) => null!; } public class Screen { IDisposable Start(Bus bus) => bus.Subscribe<OrderPlaced>(async e => await Task.Yield()); }")]
    [InlineData("public class Mail { [Obsolete] public async void On(OrderPlaced domainEvent) => await Task.Yield(); }")]
    [InlineData("public class Mail { public async void Handle(OrderPlaced domainEvent) => await Task.Yield(); }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<AsyncVoidHandlerAnalyzer>(), Event + source);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<AsyncVoidHandlerAnalyzer>(), Event + "public static class Mail { [DomainEventHandler] public static async void On(OrderPlaced domainEvent) => await Task.Yield(); }");

    [Fact]
    public Task Fix_makes_an_asynchronous_handler_or_returns_a_task() => CodeFixRunner.VerifyAsync(
        Fix(),
        Event + """
        public sealed class Mail : IDisposable, IDomainEventHandler<OrderPlaced> // by mail
        {
            /// <summary>Sends it.</summary>
            public async void [|Handle|](OrderPlaced domainEvent)
            {
                await Task.Yield(); // later
            }

            public void Dispose()
            {
            }
        }

        public sealed class Fax : DomainEvents.IDomainEventHandler<OrderPlaced>
        {
            async void DomainEvents.IDomainEventHandler<OrderPlaced>.[|Handle|](OrderPlaced domainEvent) => await Task.Yield();
        }

        public static class Audit
        {
            [DomainEventHandler]
            static async void [|On|](OrderPlaced domainEvent) => await Task.Yield();
        }
        """,
        Event + """
        public sealed class Mail : IDisposable, IAsyncDomainEventHandler<OrderPlaced> // by mail
        {
            /// <summary>Sends it.</summary>
            public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
            {
                await Task.Yield(); // later
            }

            public void Dispose()
            {
            }
        }

        public sealed class Fax : DomainEvents.IAsyncDomainEventHandler<OrderPlaced>
        {
            async ValueTask DomainEvents.IAsyncDomainEventHandler<OrderPlaced>.HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken) => await Task.Yield();
        }

        public static class Audit
        {
            [DomainEventHandler]
            static async Task On(OrderPlaced domainEvent) => await Task.Yield();
        }
        """);

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public async void [|Handle|](OrderPlaced domainEvent) => await Task.Yield(); void Again(OrderPlaced e) => Handle(e); }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public async void [|Handle|](OrderPlaced domainEvent) { int cancellationToken = 1; await Task.Delay(cancellationToken); } }")]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public virtual async void [|Handle|](OrderPlaced domainEvent) => await Task.Yield(); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.SubscribeAll([|async|] e => await Task.Yield()); }")]
    [InlineData("public class Screen { EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>([|OnPlaced|]); private async void OnPlaced(OrderPlaced e) => await Task.Yield(); }")]
    public Task Fix_is_not_offered_where_others_need_the_method_as_it_is(string source) => CodeFixRunner.VerifyOfferedAsync(Fix(), Event + source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Event + """
        [DomainEvent] public partial class OrderPaid;
        public class Mail : IDomainEventHandler<OrderPlaced> { public async void [|Handle|](OrderPlaced domainEvent) => await Task.Yield(); class Fax : IDomainEventHandler<OrderPaid> { public async void [|Handle|](OrderPaid domainEvent) => await Task.Yield(); } }
        """);

    private static CodeFixSetup Fix() => Setups.For<AsyncVoidHandlerAnalyzer, AsyncVoidHandlerFix>();
}
