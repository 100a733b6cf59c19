using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class WeakClosureTests
{
    private const string Start = "[DomainEvent] public sealed partial record OrderPlaced(string OrderId);\n";
    private const string Screen = "public sealed class Screen(IDomainEventSubscriber bus) { string _last = \"\"; void On(OrderPlaced placed) => _last = placed.OrderId; void Both(Screen screen, OrderPlaced placed) => On(placed); ";

    [Theory]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:(_, placed) => On(placed)|}); }")]
    [InlineData("void M() { bus.SubscribeWeak(this, {|DEVT1503:(Screen _, OrderPlaced placed) => { _last = placed.OrderId; }|}); }")]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:Both|}); }")]
    [InlineData("void M(Screen other) { bus.SubscribeWeak<Screen, OrderPlaced>(other, {|DEVT1503:(_, placed) => other.On(placed)|}); }")]
    [InlineData("void M() { var other = new Screen(bus); bus.SubscribeWeak<Screen, OrderPlaced>(other, {|DEVT1503:other.Both|}); }")]
    public Task Handler_that_holds_its_target_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) => screen.On(placed)); }")]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, (screen, placed) => screen.On(placed)); }")]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, Static); } static void Static(Screen screen, OrderPlaced placed) => screen.On(placed);")]
    [InlineData("void M(int count) { bus.SubscribeWeak<Screen, OrderPlaced>(this, (screen, placed) => Console.WriteLine(count)); }")]
    [InlineData("void M(Screen other) { bus.SubscribeWeak<Screen, OrderPlaced>(other, (screen, placed) => screen.On(placed)); }")]
    [InlineData("void M() { bus.SubscribeOwned<OrderPlaced>(this, placed => On(placed)); }")]
    public Task Anything_else_is_left_alone(string member) => VerifyAsync(member);

    [Fact]
    public Task Message_names_the_target() => AnalyzerRunner.VerifyAsync(
        Setups.For<WeakClosureAnalyzer>(),
        Start + Screen + "void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:Both|}); } }",
        new ExpectedDiagnostic("DEVT1503", Message: "The handler holds 'this', which the weak subscription is meant to let go; write a static lambda that uses its first parameter"));

    private static Task VerifyAsync(string member) => AnalyzerRunner.VerifyAsync(Setups.For<WeakClosureAnalyzer>(), Start + Screen + member + " }");

    [Fact]
    public Task Fix_makes_the_handler_static() => CodeFixRunner.VerifyAsync(
        Setups.For<WeakClosureAnalyzer, WeakClosureFix>(),
        Start + """


            public sealed class Screen
            {
                private string _last = "";

                public Screen(IDomainEventSubscriber bus)
                {
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:(_, placed) => _last = placed.OrderId|}); // one
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:(s, placed) => { this._last = s._last; Show(placed); }|});
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:Both|});
                }

                private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);

                private void Both(Screen screen, OrderPlaced placed) => screen.Show(placed);
            }
            """,
        Start + """


            public sealed class Screen
            {
                private string _last = "";

                public Screen(IDomainEventSubscriber bus)
                {
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) => screen._last = placed.OrderId); // one
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, static (s, placed) => { s._last = s._last; s.Show(placed); });
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) => screen.Both(screen, placed));
                }

                private void Show(OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);

                private void Both(Screen screen, OrderPlaced placed) => screen.Show(placed);
            }
            """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<WeakClosureAnalyzer, WeakClosureFix>(),
        Start + """
            public sealed class Screen
            {
                private string _last = "";

                public Screen(IDomainEventSubscriber bus)
                {
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:(_, placed) => _last = placed.OrderId|});
                    bus.SubscribeWeak<Screen, OrderPlaced>(this, {|DEVT1503:Both|});
                }

                private void Both(Screen screen, OrderPlaced placed) => Console.WriteLine(_last + placed.OrderId);

                public sealed class Panel
                {
                    private string _last = "";

                    public Panel(IDomainEventSubscriber bus) => bus.SubscribeWeak<Panel, OrderPlaced>(this, {|DEVT1503:(_, placed) => _last = _last + placed.OrderId|});
                }
            }
            """);
}
