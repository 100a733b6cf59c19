using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Which classes handle what: found, called and in order.</summary>
public sealed class HandlerClassTests
{
    private static readonly string s_events = $$"""
        /// <summary>An interface of events.</summary>
        public interface IAudited : IDomainEvent;
        {{Assemblies.Event("Created")}}
        /// <summary>A generic event.</summary>
        /// <typeparam name="T">What changed.</typeparam>
        [DomainEvent("thing.changed")]
        public sealed partial class Changed<T> : DomainEvent
        {
            /// <summary>What happened.</summary>
            public override string EventType => "thing.changed";
        }
        {{Assemblies.Event("@event", "public", content: "/// <summary>Makes one.</summary>\npublic static @event Make() => new();")}}
        /// <summary>A base.</summary>
        public abstract class Base : DomainEvent;
        {{Assemblies.Event("Middle", "public", "Base, IAudited")}}
        {{Assemblies.Event("Leaf", "public", "Middle")}}
        /// <summary>Not marked.</summary>
        public class Unmarked : Leaf;
        """;

    [Theory]
    [InlineData("class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("class H : IDomainEventHandler<Created> { void IDomainEventHandler<Created>.Handle(Created e) => Log.Add(\"H\"); public void Handle(Created e) => Log.Add(\"wrong\"); }", "H")]
    [InlineData("abstract class B : IDomainEventHandler<Created> { public abstract void Handle(Created e); } class H : B { public override void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("class B : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"B\"); } class H : B { public void Handle(object e) => Log.Add(\"wrong\"); }", "B B")]
    [InlineData("abstract class B : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"own\"); } class H : B, IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent e) => Log.Add(\"all\"); }", "own all")]
    [InlineData("abstract class B<T> : IDomainEventHandler<T> where T : IDomainEvent { public virtual void Handle(T e) => Log.Add(\"wrong\"); } abstract class M : B<Created> { public override void Handle(Created e) => Log.Add(\"own\"); } class H : M, IDomainEventHandler<DomainEvent> { public void Handle(DomainEvent e) => Log.Add(\"base\"); }", "own base")]
    [InlineData("abstract class B : IDomainEventHandler<Created> { public abstract void Handle(Created e); } class H : B { public override void Handle(Created e) => Log.Add(\"H\"); public void Handle(object e) => Log.Add(\"wrong\"); }", "H")]
    [InlineData("partial class Outer { private abstract class B : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } private class H : B; }", "H")]
    [InlineData("interface IMine : IDomainEventHandler<Created>; class H : IMine { public void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("interface IMine : IDomainEventHandler<Created> { void IDomainEventHandler<Created>.Handle(Created e) => Log.Add(\"default\"); } class H : IMine;", "default")]
    [InlineData("record H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("class @class : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("abstract class Generic<T> : IDomainEventHandler<T> where T : IDomainEvent { public void Handle(T e) => Log.Add(typeof(T).Name); } class H : Generic<Created>;", "Created")]
    [InlineData("class Open<T> : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"open\"); public class Inner : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"inner\"); } }", "")]
    [InlineData("abstract class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("static class Outer { internal class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } }", "H")]
    [InlineData("partial class Outer { class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } }", "H")]
    [InlineData("partial interface IOuter { protected class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } }", "H")]
    [InlineData("partial record struct Outer { private partial class Mid { private class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } } }", "H")]
    [InlineData("partial class Outer { private partial class Mid { internal class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } } }", "H")]
    [InlineData("class Outer { class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); } }", "")]
    [InlineData("file class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "")]
    [InlineData("class H(int n = 3) : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\" + n); }", "H3")]
    [InlineData("class H : IDomainEventHandler<Created> { internal H() { } public void Handle(Created e) => Log.Add(\"H\"); }", "H")]
    [InlineData("class H : IDomainEventHandler<Created> { [DomainEventHandler(Order = 1)] public void Handle(Created e) => Log.Add(\"H\"); } class Z : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"Z\"); }", "Z H")]
    [InlineData("[DomainEventHandler(Order = int.MinValue)] class Z : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"Z\"); } class H : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"H\"); }", "Z H")]
    [InlineData("class H : IDomainEventHandler<DomainEvent>, IDomainEventHandler<IDomainEvent> { public void Handle(DomainEvent e) => Log.Add(\"base\"); public void Handle(IDomainEvent e) => Log.Add(\"interface\"); }", "base interface")]
    [InlineData("[DomainEventHandler(OnError = HandlerErrorPolicy.LogAndContinue, Order = -1)] class H : IDomainEventHandler<Created> { public void Handle(Created e) => throw new InvalidOperationException(); } class Z : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add(\"Z\"); }", "Z")]
    public void Class_is_found_and_called(string handlers, string expected) => AssertPublishing("new Created()", handlers, expected);

    [Theory]
    [InlineData("new Changed<int>()", "class H : IDomainEventHandler<Changed<int>> { public void Handle(Changed<int> e) => Log.Add(\"int\"); } class S : IDomainEventHandler<Changed<string?>> { public void Handle(Changed<string?> e) => Log.Add(\"string\"); }", "int")]
    [InlineData("@event.Make()", "class @do : IDomainEventHandler<@event> { public void Handle(@event e) => Log.Add(\"H\"); }", "H")]
    [InlineData("new Leaf()", "class A : IDomainEventHandler<Base> { public void Handle(Base e) => Log.Add(\"Base\"); } class B : IDomainEventHandler<IAudited> { public void Handle(IAudited e) => Log.Add(\"IAudited\"); } class C : IDomainEventHandler<Leaf> { public void Handle(Leaf e) => Log.Add(\"Leaf\"); } class D : IDomainEventHandler<Middle> { public void Handle(Middle e) => Log.Add(\"Middle\"); }", "Leaf Middle Base IAudited")]
    [InlineData("new Unmarked()", "class C : IDomainEventHandler<Leaf> { public void Handle(Leaf e) => Log.Add(\"Leaf\"); }", "Leaf")]
    public void Event_reaches_its_handlers(string domainEvent, string handlers, string expected) => AssertPublishing(domainEvent, handlers, expected);

    [Fact]
    public void Class_with_both_interfaces_is_one_handler_and_the_method_picks()
    {
        const string Handlers = """
            class H : IDomainEventHandler<Created>, IAsyncDomainEventHandler<Created>
            {
                public void Handle(Created e) => Log.Add("sync");
                public ValueTask HandleAsync(Created e, CancellationToken cancellationToken) { Log.Add("async"); return default; }
            }
            """;

        AssertPublishing("new Created()", Handlers, "sync");
        Assert.Equal("async", Publish("using var publisher = new DomainEventPublisher(); publisher.PublishAsync(new Created()).AsTask().Wait(); return Shop.Log.Take();", Handlers));
    }

    [Fact]
    public void Publish_of_an_event_with_an_asynchronous_handler_is_refused_before_any_runs()
    {
        const string Handlers = """
            class A : IDomainEventHandler<Created> { public void Handle(Created e) => Log.Add("ran"); }
            class H : IAsyncDomainEventHandler<Created> { public ValueTask HandleAsync(Created e, CancellationToken cancellationToken) => default; }
            """;

        var log = Publish(
            "using var publisher = new DomainEventPublisher(); try { publisher.Publish(new Created()); } catch (AsyncHandlersException e) { Shop.Log.Add(e.Message); } return Shop.Log.Take();",
            Handlers);

        Assert.Contains("Shop.H", log, StringComparison.Ordinal);
        Assert.DoesNotContain("ran", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("class H(IComparable<int> clock) : IDomainEventHandler<Created> { public void Handle(Created e) => clock.CompareTo(1); }", "IComparable")]
    [InlineData("class H : IDomainEventHandler<Created> { public required string Name { get; init; } public void Handle(Created e) => Log.Add(Name); }", "Shop.H")]
    public void Handler_that_needs_a_container_says_so_where_there_is_none(string handlers, string named)
    {
        var error = Assert.Throws<InvalidOperationException>(() =>
            Publish("using var publisher = new DomainEventPublisher(); publisher.Publish(new Created()); return Shop.Log.Take();", handlers));

        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    private static void AssertPublishing(string domainEvent, string handlers, string expected) => Assert.Equal(
        expected, Publish($"using var publisher = new DomainEventPublisher(); publisher.Publish({domainEvent}); return Shop.Log.Take();", handlers));

    private static string Publish(string script, string handlers)
    {
        var result = Assemblies
            .Root("Shop", Assemblies.Log, $"namespace Shop;\n{s_events}\n{handlers}", "using Shop;\n" + Assemblies.Script(script))
            .Run();
        return Assert.IsType<string>(GeneratorExecution.Call(result, "Script", "Run"));
    }
}
