using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class KeepSubscriptionFixTests
{
    private const string Keep = "DomainEvents.KeepSubscription";
    private const string Own = "DomainEvents.OwnSubscription";
    private const string Weak = "DomainEvents.WeakSubscription";

    private const string Start = """
        [DomainEvent] public sealed partial record OrderPlaced(string OrderId);


        """;

    private const string Screen = Start + """
        public sealed class Screen
        {
            private readonly IDomainEventSubscriber _bus;
            private string _last = "";

            public Screen(IDomainEventSubscriber bus)
            {
                _bus = bus;

                // Shows every order.
                {|DEVT1501:bus.Subscribe<OrderPlaced>(Show)|}; // for ever
                {|DEVT1501:bus.Subscribe<OrderPlaced>(placed =>
                {
                    _last = placed.OrderId;
                    this.Show(placed);
                })|};
            }

            private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);
        }
        """;

    [Fact]
    public Task Keep_writes_fields_and_disposes_them() => CodeFixRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(),
        Screen,
        Start + """
            public sealed class Screen : IDisposable
            {
                private readonly IDomainEventSubscriber _bus;
                private string _last = "";
                private EventSubscription? _subscription;
                private EventSubscription? _subscription2;

                public Screen(IDomainEventSubscriber bus)
                {
                    _bus = bus;

                    // Shows every order.
                    _subscription = bus.Subscribe<OrderPlaced>(Show); // for ever
                    _subscription2 = bus.Subscribe<OrderPlaced>(placed =>
                    {
                        _last = placed.OrderId;
                        this.Show(placed);
                    });
                }

                private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);

                public void Dispose()
                {
                    _subscription?.Dispose();
                    _subscription2?.Dispose();
                }
            }
            """,
        Keep);

    [Fact]
    public Task Own_gives_it_an_owner_and_ends_that() => CodeFixRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(),
        Screen,
        Start + """
            public sealed class Screen : IDisposable
            {
                private readonly IDomainEventSubscriber _bus;
                private string _last = "";

                public Screen(IDomainEventSubscriber bus)
                {
                    _bus = bus;

                    // Shows every order.
                    bus.SubscribeOwned<OrderPlaced>(this, Show); // for ever
                    bus.SubscribeOwned<OrderPlaced>(this, placed =>
                    {
                        _last = placed.OrderId;
                        this.Show(placed);
                    });
                }

                private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);

                public void Dispose() => _bus.UnsubscribeOwner(this);
            }
            """,
        Own);

    [Fact]
    public Task Weak_passes_the_object_to_a_static_lambda() => CodeFixRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(),
        Screen,
        Start + """
            public sealed class Screen
            {
                private readonly IDomainEventSubscriber _bus;
                private string _last = "";

                public Screen(IDomainEventSubscriber bus)
                {
                    _bus = bus;

                    // Shows every order.
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) => screen.Show(placed)); // for ever
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) =>
                    {
                        screen._last = placed.OrderId;
                        screen.Show(placed);
                    });
                }

                private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);
            }
            """,
        Weak);

    [Fact]
    public Task Keep_extends_the_dispose_that_is_there() => CodeFixRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(),
        Start + """
            public sealed class Screen<T>(IDomainEventSubscriber? bus) : List<T>, IDisposable
            {
                public void Show() => bus?{|DEVT1501:.Subscribe<OrderPlaced>(placed => Clear())|};

                public void Hide()
                {
                    _ = {|DEVT1501:bus!.SubscribeAll(e => Clear())|};
                    var subscription = {|DEVT1501:bus.SubscribeAll(e => Clear())|};
                }

                /// <summary>Ends it.</summary>
                public void Dispose() => Clear(); // last
            }
            """,
        Start + """
            public sealed class Screen<T>(IDomainEventSubscriber? bus) : List<T>, IDisposable
            {
                private EventSubscription? _subscription;
                private EventSubscription? _subscription2;
                private EventSubscription? _subscription3;

                public void Show() => _subscription = bus?.Subscribe<OrderPlaced>(placed => Clear());

                public void Hide()
                {
                    _subscription2 = bus!.SubscribeAll(e => Clear());
                    _subscription3 = bus.SubscribeAll(e => Clear());
                }

                /// <summary>Ends it.</summary>
                public void Dispose()
                {
                    Clear();
                    _subscription?.Dispose();
                    _subscription2?.Dispose();
                    _subscription3?.Dispose();
                } // last
            }
            """,
        Keep);

    [Theory]
    [InlineData(Keep)]
    [InlineData(Own)]
    [InlineData(Weak)]
    public Task Fix_all_equals_the_fixes_one_by_one(string key) =>
        FixAllRunner.VerifyAsync(Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(), Screen, key);

    [Theory]
    [InlineData("public class Screen(IDomainEventSubscriber bus) { void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }", Keep, Own, Weak)]
    [InlineData("public class Screen { public Screen(IDomainEventSubscriber bus) { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }", Keep, Weak)]
    [InlineData("public class Screen(IDomainEventSubscriber bus) { void M(int count) { {|DEVT1501:bus.Subscribe<OrderPlaced>(placed => On(placed, count))|}; } void On(OrderPlaced placed, int count) { } }", Keep, Own)]
    [InlineData("public class Screen(IDomainEventSubscriber bus) { void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(placed => Console.WriteLine(placed))|}; } }", Keep, Own)]
    [InlineData("public class Screen(IDomainEventSubscriber bus) { void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(async placed => { await Task.Yield(); On(placed); })|}; } void On(OrderPlaced placed) { } }", Keep)]
    [InlineData("public class Base : IDisposable { public virtual void Dispose() { } } public class Screen(IDomainEventSubscriber bus) : Base { void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }", Weak)]
    [InlineData("public struct Screen { readonly int _n; public Screen(IDomainEventSubscriber bus) { _n = 1; {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Screen { static void M(IDomainEventSubscriber bus, Screen screen) { {|DEVT1501:bus.Subscribe<OrderPlaced>(screen.On)|}; } void On(OrderPlaced placed) { } }")]
    public Task Fixes_are_offered_where_they_work(string type, params string[] keys) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<IgnoredSubscriptionAnalyzer, KeepSubscriptionFix>(), Start + type, keys);
}
