using DomainEvents.Analyzers.Rules;
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
}
