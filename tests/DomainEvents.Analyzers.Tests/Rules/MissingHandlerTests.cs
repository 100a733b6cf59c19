using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class MissingHandlerTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";
    private const string Marked = "[DomainEvent] public partial class {|DEVT1301:OrderPlaced|} { public string OrderId { get; } }\n";
    private const string Raise = "public class Checkout(IDomainEventPublisher publisher) { public void Place(string id) => publisher.Publish(new OrderPlaced(id)); }\n";

    [Theory]
    [InlineData(Marked + Raise)]
    [InlineData(Marked + "public class Order { private readonly List<IDomainEvent> _events = []; protected void Raise(IDomainEvent domainEvent) => _events.Add(domainEvent); public void Place() => Raise(new OrderPlaced(\"A-17\")); }")]
    [InlineData("[DomainEvent] public sealed partial record {|DEVT1301:OrderPlaced|}(string OrderId);\n" + Raise + "[DomainEvent] public partial record OrderPaid(string OrderId); public class Pay : IDomainEventHandler<OrderPaid> { public void Handle(OrderPaid domainEvent) { } }")]
    [InlineData(Marked + "public class Order { public IDomainEvent Place() { OrderPlaced placed = new(\"A-17\"); return placed; } }")]
    [InlineData("public abstract class Message { } [DomainEvent] public partial class {|DEVT1301:OrderPlaced|} : Message { public string OrderId { get; } }\npublic class Root { public List<Message> Events { get; } = []; }\n" + Raise)]
    [InlineData("public interface IOrderEvent : IDomainEvent; [DomainEvent] public partial class {|DEVT1301:OrderPlaced|} : IOrderEvent { public string OrderId { get; } }\npublic class Root { private readonly List<IOrderEvent> _events = []; }\n" + Raise)]
    public Task Event_that_is_made_and_never_listened_to_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Root(), source, new ExpectedDiagnostic("DEVT1301", DiagnosticSeverity.Info));

    [Theory]
    [InlineData(Event)]
    [InlineData("[DomainEvent(External = true)] public partial class OrderPlaced { public string OrderId { get; } }\n" + Raise)]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } } public class Notes { public object Make() => new OrderEvents(); } public class OrderEvents;")]
    [InlineData(Event + Raise + "public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) { } }")]
    [InlineData(Event + Raise + "public class Mail : IAsyncDomainEventHandler<OrderPlaced> { public ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken token) => default; }")]
    [InlineData(Event + Raise + "public static class Mail { [DomainEventHandler] public static void On(OrderPlaced domainEvent) { } }")]
    [InlineData(Event + Raise + "public class Audit : IDomainEventHandler<IDomainEvent> { public void Handle(IDomainEvent domainEvent) { } }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent; [DomainEvent] public partial class OrderPlaced : OrderEvent { public string OrderId { get; } }\n" + Raise + "public class Mail : IDomainEventHandler<OrderEvent> { public void Handle(OrderEvent domainEvent) { } }")]
    [InlineData(Event + Raise + "public class Screen { public EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe<OrderPlaced>(e => { }); }")]
    [InlineData(Event + Raise + "public class Screen { public EventSubscription Start(IDomainEventSubscriber bus) => bus.Subscribe((OrderPlaced e) => { }); }")]
    [InlineData(Event + Raise + "public class Screen { public EventSubscription Start(IDomainEventSubscriber bus) => bus.SubscribeAll(e => { }); }")]
    [InlineData(Event + Raise + "public class Projection { public int Apply(IDomainEvent e) => e switch { OrderPlaced placed => placed.OrderId.Length, _ => 0 }; }")]
    [InlineData(Event + Raise + "public class Projection { public bool Matters(IDomainEvent e) => e is OrderPlaced or null; }")]
    [InlineData(Event + Raise + "public class Projection { public void On(OrderPlaced e) { } }")]
    [InlineData(Event + Raise + "public class Notification<T>(T inner) { public T Inner => inner; } public class Outbox { public object Wrap(OrderPlaced e) => new Notification<OrderPlaced>(e); }")]
    [InlineData(Event + Raise + "public class Router { public bool Takes(IDomainEvent e) => e.EventType == TestProject.EventTypes.OrderPlaced; }")]
    [InlineData(Event + Raise + "public class Router { public bool Takes(string name) => name == nameof(OrderPlaced); }")]
    [InlineData("using Placed = OrderPlaced;\n" + Event + Raise + "public class Router { public bool Takes(object e) => e is Placed; }")]
    [InlineData("namespace Sales { " + Event + "} namespace Billing { public class OrderPlaced(string id) { public string Id => id; } public class Use { public object Make() => new OrderPlaced(\"\"); } }")]
    [InlineData("[DomainEvent] public partial class Changed<T> { public T After { get; } } public class Use { public object Make() => new Changed<int>(1); }")]
    [InlineData("public class OrderPlaced(string id) { public string Id => id; } public class Use { public object Make() => new OrderPlaced(\"\"); }")]
    [InlineData("public class Use { public object Make() => new {|CS0246:OrderPlaced|}(\"\"); }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Root(), source);

    [Fact]
    public Task Library_is_left_alone() => AnalyzerRunner.VerifyAsync(Setups.For<MissingHandlerAnalyzer>(), Event + Raise);

    [Fact]
    public Task Message_says_the_two_ways_out() => AnalyzerRunner.VerifyAsync(
        Root(),
        Marked + Raise,
        new ExpectedDiagnostic("DEVT1301", Message: "'OrderPlaced' is raised and nobody handles it; write a handler, or set External = true where it is handled elsewhere"));

    [Theory]
    [InlineData("public class Startup { public DomainEventPublisher Make() => [|new DomainEventPublisher()|]; public object Place() => new Sales.OrderPlaced(\"A-17\"); }", true)]
    [InlineData("public class Startup { public DomainEventPublisher Make() => [|new DomainEventPublisher()|]; public object Place() => new Sales.OrderPlaced(\"A-17\"); }", false)]
    [InlineData("public class Startup { public DomainEventPublisher Make() => [|new DomainEventPublisher()|]; }", false)]
    public Task Event_of_another_assembly_is_reported_where_the_publisher_is_made(string source, bool asImage) => AnalyzerRunner.VerifyAsync(
        Root().WithProject(project => project.WithLibrary(
            Library(asImage ? "" : "public class Checkout { public object Place() => new OrderPlaced(\"A-17\"); }"), asImage)),
        source,
        new ExpectedDiagnostic("DEVT1301", Message: "'Sales.OrderPlaced' is raised and nobody handles it; write a handler, or set External = true where it is handled elsewhere"));

    [Theory]
    [InlineData("public class Mail : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) { } }")]
    [InlineData("public static class Mail { [DomainEventHandler] public static void On(OrderPlaced domainEvent) { } }")]
    public async Task Event_that_another_assembly_handles_is_left_alone(string handler)
    {
        foreach (bool asImage in (bool[])[false, true])
        {
            await AnalyzerRunner.VerifyAsync(
                Root().WithProject(project => project.WithLibrary(Library(handler), asImage)),
                "public class Startup { public DomainEventPublisher Make() => new DomainEventPublisher(); public object Place() => new Sales.OrderPlaced(\"A-17\"); }");
        }
    }

    [Fact]
    public Task Event_of_an_image_that_nothing_here_makes_is_left_alone() => AnalyzerRunner.VerifyAsync(
        Root().WithProject(project => project.WithLibrary(Library("public class Checkout { public object Place() => new OrderPlaced(\"A-17\"); }"), asImage: true)),
        "public class Startup { public DomainEventPublisher Make() => new DomainEventPublisher(); }");

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(Root(), Event + Raise);

    [Fact]
    public Task Fix_writes_a_handler_behind_the_event() => CodeFixRunner.VerifyAsync(
        Fix(),
        """
        namespace Sales
        {
            /// <summary>Somebody bought.</summary>
            [DomainEvent]
            public partial class {|DEVT1301:OrderPlaced|} // since spring
            {
                public string OrderId { get; }
            }

            public class Checkout(IDomainEventPublisher publisher)
            {
                public void Place(string id) => publisher.Publish(new OrderPlaced(id));
            }
        }
        """,
        """
        namespace Sales
        {
            /// <summary>Somebody bought.</summary>
            [DomainEvent]
            public partial class OrderPlaced // since spring
            {
                public string OrderId { get; }
            }

            public sealed class OrderPlacedHandler : IDomainEventHandler<OrderPlaced>
            {
                public void Handle(OrderPlaced domainEvent)
                {
                    throw new NotImplementedException();
                }
            }

            public class Checkout(IDomainEventPublisher publisher)
            {
                public void Place(string id) => publisher.Publish(new OrderPlaced(id));
            }
        }
        """,
        MissingHandlerFix.WriteKey);

    [Fact]
    public Task Fix_marks_the_event_as_external() => CodeFixRunner.VerifyAsync(
        Fix(),
        "[DomainEvent] public partial record {|DEVT1301:OrderPlaced|}(string OrderId);\n[DomainEvent(\"order.paid\", External = false)] internal partial record {|DEVT1301:OrderPaid|}(string OrderId);\n" + Raise + "class Pay { object Make() => new OrderPaid(\"\"); }",
        "[DomainEvent(External = true)] public partial record OrderPlaced(string OrderId);\n[DomainEvent(\"order.paid\", External = true)] internal partial record OrderPaid(string OrderId);\n" + Raise + "class Pay { object Make() => new OrderPaid(\"\"); }",
        MissingHandlerFix.ExternalKey);

    [Fact]
    public Task Fix_writes_the_handler_of_another_assemblys_event_where_the_program_ends() => CodeFixRunner.VerifyAsync(
        new CodeFixSetup(Root().WithProject(project => project.AsExecutable().WithLibrary(Library(""))), new MissingHandlerFix()),
        """
        using Sales;

        var publisher = [|new DomainEventPublisher()|];
        publisher.Publish(new OrderPlaced("A-17"));
        """,
        """
        using Sales;

        var publisher = new DomainEventPublisher();
        publisher.Publish(new OrderPlaced("A-17"));

        internal sealed class OrderPlacedHandler : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Theory]
    [InlineData(Marked + Raise + "public class OrderPlacedHandler;")]
    [InlineData("public partial class Orders { [DomainEvent] private partial class {|DEVT1301:OrderPlaced|} { public string OrderId { get; } } public object Place() => new OrderPlaced(\"\"); }")]
    public Task Handler_is_not_offered_where_it_would_not_compile(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Fix(), source, MissingHandlerFix.ExternalKey);

    [Theory]
    [InlineData(MissingHandlerFix.WriteKey)]
    [InlineData(MissingHandlerFix.ExternalKey)]
    public Task Fix_all_equals_the_fixes_one_by_one(string key) => FixAllRunner.VerifyAsync(
        Fix(),
        "public static partial class Orders\n{\n    [DomainEvent] public partial record {|DEVT1301:OrderPlaced|}(string OrderId);\n    [DomainEvent] public partial record {|DEVT1301:OrderPaid|}(string OrderId);\n    public static object Make() => new OrderPlaced(\"\");\n    public static object Pay() => new OrderPaid(\"\");\n}",
        key);

    private static AnalyzerSetup Root() => Setups.For<MissingHandlerAnalyzer>()
        .WithProject(static project => project.WithBuildProperty("DomainEventsCompositionRoot", "true"));

    private static CodeFixSetup Fix() => new(Root(), new MissingHandlerFix());

    private static GeneratorResult Library(string code) => GeneratorRunner.Run(
        new DomainEventGenerator(),
        Setups.For<MissingHandlerAnalyzer>()
            .ProjectOf("namespace Sales { [DomainEvent] public partial class OrderPlaced { public string OrderId { get; } } " + code + " }")
            .WithAssemblyName("Sales"));
}
