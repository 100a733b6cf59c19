using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class IgnoredSubscriptionTests
{
    private const string Start = """
        [DomainEvent] public sealed partial record OrderPlaced(string OrderId);
        public interface IShopBus : IDomainEventSubscriber { }

        """;

    private const string Screen = "public sealed class Screen(IDomainEventSubscriber bus, DomainEventPublisher publisher, IShopBus shop, IDomainEventSubscriber? perhaps) { void On(OrderPlaced placed) => Console.WriteLine(GetHashCode() + placed.OrderId); ";

    [Theory]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(placed => On(placed))|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(placed => Console.WriteLine(placed.OrderId))|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe((OrderPlaced placed) => On(placed))|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(async placed => { await Task.Yield(); On(placed); })|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>((placed, token) => { On(placed); return default; })|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.SubscribeAll(e => On((OrderPlaced)e))|}; }")]
    [InlineData("void M() { {|DEVT1501:bus.SubscribeOn<OrderPlaced>(new SynchronizationContext(), On)|}; }")]
    [InlineData("int Count { get { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; return 1; } }")]
    [InlineData("void M() => {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|};")]
    [InlineData("void M() => perhaps?{|DEVT1501:.Subscribe<OrderPlaced>(On)|};")]
    [InlineData("void M() { _ = {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("void M() { var subscription = {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("bool M() { var subscription = {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; return subscription.IsActive && subscription != null; }")]
    [InlineData("void M() { EventSubscription? subscription; subscription = {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; if (subscription is null) throw new InvalidOperationException(nameof(subscription)); }")]
    [InlineData("void M() { Note({|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}); } static void Note(EventSubscription subscription) { }")]
    [InlineData("void M() { Note({|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}); } static void Note(IDisposable made) { if (made == null) throw new ArgumentNullException(nameof(made)); }")]
    [InlineData("void M() { Console.WriteLine({|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}); }")]
    [InlineData("bool M() => {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}.IsActive;")]
    [InlineData("void M() { {|DEVT1501:publisher.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("void M() { {|DEVT1501:shop.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("void M() { Local(); void Local() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } }")]
    [InlineData("void M() { Local(); void Local() => {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; }")]
    [InlineData("Action M() => () => {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|};")]
    [InlineData("Action M() => () => { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; };")]
    [InlineData("static void Track(IDomainEventSubscriber other, List<string> ids) => {|DEVT1501:other.Subscribe<OrderPlaced>(placed => ids.Add(placed.OrderId))|};")]
    public Task Lost_handle_is_reported(string member) => VerifyAsync(Screen + member + " }");

    [Theory]
    [InlineData("public class Screen { public Screen(IDomainEventSubscriber bus) { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Screen { private readonly IDomainEventSubscriber _bus; public Screen(IDomainEventSubscriber bus) { _bus = bus; {|DEVT1501:_bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Screen { public IDomainEventSubscriber Bus { set { {|DEVT1501:value.Subscribe<OrderPlaced>(On)|}; } } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Screen { private static readonly DomainEventPublisher s_bus = new(); public Screen() { {|DEVT1501:s_bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced placed) { } }")]
    public Task Lost_handle_of_an_object_is_reported(string type) => VerifyAsync(type);

    [Theory]
    [InlineData("EventSubscription M() => bus.Subscribe<OrderPlaced>(On);")]
    [InlineData("void M() { using var subscription = bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("void M() { using (bus.Subscribe<OrderPlaced>(On)) { } }")]
    [InlineData("void M() { using (var subscription = bus.Subscribe<OrderPlaced>(On)) { } }")]
    [InlineData("void M() { var subscription = bus.Subscribe<OrderPlaced>(On); try { } finally { subscription.Dispose(); } }")]
    [InlineData("void M(CancellationToken token) { var subscription = perhaps?.Subscribe<OrderPlaced>(On); token.Register(() => subscription?.Dispose()); }")]
    [InlineData("void M(List<IDisposable> all) { all.Add(bus.Subscribe<OrderPlaced>(On)); }")]
    [InlineData("IDisposable[] M() => [bus.Subscribe<OrderPlaced>(On), bus.SubscribeAll(_ => { })];")]
    [InlineData("Func<IDisposable> M() => () => bus.Subscribe<OrderPlaced>(On);")]
    [InlineData("void M() { var subscription = bus.Subscribe<OrderPlaced>(On); Keep(subscription); } static void Keep(IDisposable kept) => kept.Dispose();")]
    [InlineData("void M() { var subscription = bus.Subscribe<OrderPlaced>(On); var other = subscription; other.Dispose(); }")]
    [InlineData("void M() { bus.SubscribeOwned<OrderPlaced>(this, On); }")]
    [InlineData("void M() { bus.SubscribeWeak<Screen, OrderPlaced>(this, static (screen, placed) => screen.On(placed)); }")]
    [InlineData("void M() { var own = new DomainEventPublisher(); own.Subscribe<OrderPlaced>(On); own.Publish(new OrderPlaced(\"A-1\")); }")]
    [InlineData("private readonly DomainEventPublisher _own = new(); void M() { _own.Subscribe<OrderPlaced>(On); }")]
    [InlineData("static void Wire(IDomainEventSubscriber other, List<string> ids) => other.Subscribe<OrderPlaced>(placed => ids.Add(placed.OrderId));")]
    [InlineData("static void Listen(IDomainEventSubscriber other) => other.Subscribe<OrderPlaced>(placed => Console.WriteLine(placed.OrderId));")]
    [InlineData("static void Main() { var other = Locate(); other.Subscribe<OrderPlaced>(placed => Console.WriteLine(placed.OrderId)); } static IDomainEventSubscriber Locate() => null!;")]
    [InlineData("void ConfigureEvents() { bus.Subscribe<OrderPlaced>(On); }")]
    [InlineData("sealed class Other { public int Subscribe<T>(Action<T> handler) => 1; } void M(Other other) { other.Subscribe<OrderPlaced>(On); }")]
    public Task Anything_else_is_left_alone(string member) => VerifyAsync(Screen + member + " }");

    [Theory]
    [InlineData("public class Program { void M(IDomainEventSubscriber bus) { bus.Subscribe<OrderPlaced>(On); } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Startup { public Startup(IDomainEventSubscriber bus) { bus.Subscribe<OrderPlaced>(On); } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Ledger { private Ledger(IDomainEventSubscriber bus) { bus.Subscribe<OrderPlaced>(On); } public static Ledger? Instance { get; private set; } void On(OrderPlaced placed) { } }")]
    [InlineData("public class Ledger { public Ledger(IDomainEventSubscriber bus) { bus.Subscribe<OrderPlaced>(On); } void On(OrderPlaced placed) { } } public static class Services { public static void AddShop(Container services) => services.AddSingleton<Ledger>(); } public class Container { public void AddSingleton<T>() { } }")]
    [InlineData("public class Bus { private readonly DomainEventPublisher _publisher; public Bus(DomainEventPublisher? given) { _publisher = given ?? new DomainEventPublisher(); _publisher.Subscribe<OrderPlaced>(On); } void On(OrderPlaced placed) { } }")]
    [InlineData("public static class Wiring { [System.Runtime.CompilerServices.ModuleInitializer] public static void Load() { Locate().Subscribe<OrderPlaced>(new Sink().On); } static IDomainEventSubscriber Locate() => null!; sealed class Sink { public void On(OrderPlaced placed) { } } }")]
    public Task Start_of_the_program_and_its_singletons_are_left_alone(string type) => VerifyAsync(type);

    [Fact]
    public Task Message_says_what_to_do() => AnalyzerRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer>(),
        Start + Screen + "void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } }",
        new ExpectedDiagnostic("DEVT1501", Message: "Nobody keeps this subscription to 'OrderPlaced', so its handler stays as long as the publisher; keep it and dispose it, or use SubscribeOwned or SubscribeWeak"));

    private static Task VerifyAsync(string type) => AnalyzerRunner.VerifyAsync(Setups.For<IgnoredSubscriptionAnalyzer>(), Start + type);

    [Fact]
    public Task Option_adds_types_that_live_as_long_as_the_program() => AnalyzerRunner.VerifyAsync(
        Setups.For<IgnoredSubscriptionAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1501.singleton_types = Shop.Cache\n")),
        "namespace Shop; [DomainEvent] public partial class OrderPlaced; public class Cache(IDomainEventSubscriber bus) { void M() { bus.Subscribe<OrderPlaced>(On); } void On(OrderPlaced e) => Console.WriteLine(this); } public class Screen(IDomainEventSubscriber bus) { void M() { {|DEVT1501:bus.Subscribe<OrderPlaced>(On)|}; } void On(OrderPlaced e) => Console.WriteLine(this); }");
}
