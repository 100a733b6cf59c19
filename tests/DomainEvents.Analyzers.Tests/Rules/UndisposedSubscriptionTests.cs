using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UndisposedSubscriptionTests
{
    private const string Start = "[DomainEvent] public sealed partial record OrderPlaced(string OrderId);\n";
    private const string Screen = "public sealed partial class Screen(IDomainEventSubscriber bus) { void On(OrderPlaced placed) => Console.WriteLine(GetHashCode() + placed.OrderId); ";

    [Theory]
    [InlineData("EventSubscription? _one; void M() { _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("IDisposable? _one; void M() { this._one = {|DEVT1504:bus.SubscribeAll(e => On((OrderPlaced)e))|}; }")]
    [InlineData("EventSubscription? One { get; set; } void M() { One ??= {|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("EventSubscription? _one; bool M() { if (_one is null) { _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}; } return _one?.IsActive == true && _one.IsActive; }")]
    [InlineData("readonly List<IDisposable> _all = []; int M() { _all.Add({|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}); return _all.Count; }")]
    public Task Member_that_is_never_disposed_is_reported(string members) => VerifyAsync(members);

    [Theory]
    [InlineData("EventSubscription? _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); } public void Dispose() => _one?.Dispose();")]
    [InlineData("EventSubscription? _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); } void Stop() { _one!.Dispose(); _one = null; }")]
    [InlineData("EventSubscription? _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); } void Stop() => Interlocked.Exchange(ref _one, null)?.Dispose();")]
    [InlineData("EventSubscription? _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); } void Stop() { var one = _one; one?.Dispose(); }")]
    [InlineData("EventSubscription? _one; void M(List<IDisposable> bag) { _one = bus.Subscribe<OrderPlaced>(On); bag.Add(_one); }")]
    [InlineData("EventSubscription? _one; public IDisposable? One => _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("public EventSubscription? One { get; private set; } void M() { One = bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("internal EventSubscription? one; void M() { one = bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("static EventSubscription? s_one; void M() { s_one = bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("readonly List<IDisposable> _all = []; void M() { _all.Add(bus.Subscribe<OrderPlaced>(On)); } public void Dispose() { foreach (var one in _all) one.Dispose(); }")]
    [InlineData("readonly Bag _all = new(); void M() { _all.Add(bus.Subscribe<OrderPlaced>(On)); } sealed class Bag { public void Add(IDisposable one) => one.Dispose(); }")]
    [InlineData("EventSubscription? _one; void M() { _one = bus.SubscribeOwned<OrderPlaced>(this, On); }")]
    [InlineData("EventSubscription? _one; void M() { _one = new DomainEventPublisher().Subscribe<OrderPlaced>(On); }")]
    [InlineData("EventSubscription? _one; void M() { _one = bus.Subscribe<OrderPlaced>(On); } } public sealed partial class Screen { public void Dispose() => _one?.Dispose();")]
    public Task Anything_else_is_left_alone(string members) => VerifyAsync(members);

    [Fact]
    public Task Message_names_member_and_type() => AnalyzerRunner.VerifyAsync(
        Setups.For<UndisposedSubscriptionAnalyzer>(),
        Start + Screen + "EventSubscription? _one; void M() { _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}; } }",
        new ExpectedDiagnostic("DEVT1504", Message: "'_one' holds a subscription that 'Screen' never disposes; dispose it where the life of 'Screen' ends"));

    private static Task VerifyAsync(string members) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UndisposedSubscriptionAnalyzer>(), Start + Screen + members + " }");

    [Fact]
    public Task Fix_disposes_the_member() => CodeFixRunner.VerifyAsync(
        Setups.For<UndisposedSubscriptionAnalyzer, DisposeSubscriptionFix>(),
        Start + """


            public sealed class Screen
            {
                private readonly EventSubscription _one;
                private IDisposable? _two;

                public Screen(IDomainEventSubscriber bus)
                {
                    _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(Show)|};
                    _two = {|DEVT1504:bus.Subscribe<OrderPlaced>(Show)|};
                }

                private void Show(OrderPlaced placed) { }
            }
            """,
        Start + """


            public sealed class Screen : IDisposable
            {
                private readonly EventSubscription _one;
                private IDisposable? _two;

                public Screen(IDomainEventSubscriber bus)
                {
                    _one = bus.Subscribe<OrderPlaced>(Show);
                    _two = bus.Subscribe<OrderPlaced>(Show);
                }

                private void Show(OrderPlaced placed) { }

                public void Dispose()
                {
                    _one.Dispose();
                    _two?.Dispose();
                }
            }
            """);

    [Fact]
    public Task Fix_is_not_offered_for_a_collection() => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<UndisposedSubscriptionAnalyzer, DisposeSubscriptionFix>(),
        Start + "public class Screen(IDomainEventSubscriber bus) { readonly List<IDisposable> _all = []; void M() { _all.Add({|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}); } void On(OrderPlaced placed) { } }");

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UndisposedSubscriptionAnalyzer, DisposeSubscriptionFix>(),
        Start + """
            public sealed class Screen
            {
                private EventSubscription? _one;
                private EventSubscription? _two;

                public void Open(IDomainEventSubscriber bus)
                {
                    _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(Show)|};
                    _two = {|DEVT1504:bus.Subscribe<OrderPlaced>(Show)|};
                }

                private void Show(OrderPlaced placed) { }

                public sealed class Panel : IDisposable
                {
                    private EventSubscription? _three;

                    public void Open(IDomainEventSubscriber bus) => _three = {|DEVT1504:bus.Subscribe<OrderPlaced>(Show)|};

                    public void Dispose() => Console.WriteLine("closed");

                    private void Show(OrderPlaced placed) { }
                }
            }
            """);

    [Fact]
    public Task Option_adds_types_that_live_as_long_as_the_program() => AnalyzerRunner.VerifyAsync(
        Setups.For<UndisposedSubscriptionAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1504.singleton_types = Shop.Cache\n")),
        "namespace Shop; [DomainEvent] public partial class OrderPlaced; public class Cache(IDomainEventSubscriber bus) { EventSubscription? _one; void M() => _one = bus.Subscribe<OrderPlaced>(On); void On(OrderPlaced e) => Console.WriteLine(this); } public class Screen(IDomainEventSubscriber bus) { EventSubscription? _one; void M() => _one = {|DEVT1504:bus.Subscribe<OrderPlaced>(On)|}; void On(OrderPlaced e) => Console.WriteLine(this); }");
}
