using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventTypeNameTests
{
    [Theory]
    [InlineData("[DomainEvent({|DEVT1102:\"OrderPlaced\"|})] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent({|DEVT1102:\"order\"|})] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent({|DEVT1102:\"order.re-opened\"|}, Version = 2)] public partial class OrderReopened;")]
    [InlineData("[DomainEvent({|DEVT1102:\"\"|})] public partial class OrderPlaced;")]
    [InlineData("static class Names { public const string Placed = \"Order Placed\"; } [DomainEvent({|DEVT1102:Names.Placed|})] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent({|DEVT1102:\"order placed\"|}, External = true)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public partial class {|DEVT1108:Tick|};")]
    [InlineData("[DomainEvent] public sealed partial record {|DEVT1108:Order|}(string Id);")]
    [InlineData("[DomainEvent(Version = 2)] public partial class {|DEVT1108:OfferPrepareEvent|};")]
    [InlineData("public partial class Order { [DomainEvent] public partial class {|DEVT1106:Placed|}; }")]
    [InlineData("namespace Shop.Orders { [DomainEvent] public partial record {|DEVT1106:Cancelled|}(string Reason); }")]
    [InlineData("public partial class Trip { public partial class Ticket { [DomainEvent] public partial class {|DEVT1106:Sold|}; } }")]
    [InlineData("partial class Tick { public int Number { get; } } [DomainEvent] partial class {|DEVT1108:Tick|};")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent({|DEVT1108:OrderPlaced.EventTypeName|}, Version = 2)] public partial class OrderPlacedAgain { public int N { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent({|DEVT1108:TestProject.EventTypes.OrderPlaced|}, Version = 2)] public sealed partial record Again(string Id);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; static class Names { public const string Again = OrderPlaced.EventTypeName + \".again\"; } [DomainEvent({|DEVT1108:Names.Again|})] public abstract partial class Again { public int N { get; } }")]
    public Task Event_without_a_sure_event_type_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"payment_intent.succeeded\")] public partial class PaymentIntent;")]
    [InlineData("[DomainEvent(\"customer.subscription.created\")] public partial class SubscriptionCreated;")]
    [InlineData("[DomainEvent(\"Order-Placed\", External = true)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent;")]
    [InlineData("[DomainEvent(\"string\" + \".created\")] public partial class StringCreated;")]
    [InlineData("public partial class Order { [DomainEvent(\"order.placed\")] public partial class Placed; }")]
    [InlineData("[DomainEvent({|CS0182:Guid.NewGuid().ToString()|})] public partial class Tick;")]
    [InlineData("public class Tick;")]
    [InlineData("static class Names { public const string Placed = \"order\" + \".placed\"; } [DomainEvent(Names.Placed)] public partial class OrderPlaced { public int N { get; } }")]
    [InlineData("static class Names { public const string Placed = \"order.placed\"; } [DomainEvent(Names.Placed)] public partial class OrderPlaced { public const string EventTypeName = \"own\"; }")]
    [InlineData("static class Names { public const string Placed = \"order.placed\"; } [DomainEvent($\"{Names.Placed}\")] public abstract partial class OrderEvent;")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent({|DEVT1102:\"Order-Placed\"|})] public partial class OrderPlaced;", "DEVT1102", "'Order-Placed' is no event type; write two or more lower-case segments, such as 'order.placed'")]
    [InlineData("public partial class Order { [DomainEvent] public partial class {|DEVT1106:Placed|}; }", "DEVT1106", "The name 'Placed' leaves doubt: its event type is taken to be 'order.placed'; write it out")]
    [InlineData("[DomainEvent] public partial class {|DEVT1108:Tick|};", "DEVT1108", "No event type can be inferred from the name 'Tick'; write it out: [DomainEvent(\"domain.action\")]")]
    [InlineData("[DomainEvent] public partial class OrderPlaced; [DomainEvent({|DEVT1108:OrderPlaced.EventTypeName|}, Version = 2)] public partial class Again;", "DEVT1108", "The event type of 'Again' stands in a generated constant, which the generator cannot read; write it out: [DomainEvent(\"order.placed\")]")]
    public Task Message_says_what_to_write(string source, string id, string message) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer>(), source, new ExpectedDiagnostic(id, Message: message));

    [Theory]
    [InlineData("[DomainEvent(\"order\")] public partial class OrderPlaced;")]
    [InlineData("public partial class Order { [DomainEvent] public partial class Placed; }")]
    [InlineData("[DomainEvent] public partial class Tick;")]
    public Task Report_can_be_suppressed(string source) =>
        AnalyzerRunner.VerifySuppressibleAsync(Setups.For<EventTypeNameAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent({|DEVT1102:\"OrderPlaced\"|})]", "OrderPlaced", "[DomainEvent(\"order.placed\")]")]
    [InlineData("[DomainEvent(\n    /* sent */ {|DEVT1102:\"Order/Placed\"|}, // kept\n    Version = 2)]", "OrderPlaced", "[DomainEvent(\n    /* sent */ \"order.placed\", // kept\n    Version = 2)]")]
    [InlineData("[DomainEvent, Serializable]", "{|DEVT1108:OfferPrepareEvent|}", "[DomainEvent(\"offer_prepare.occurred\"), Serializable]")]
    [InlineData("[DomainEvent(Version = 2, Durable = true)] // soon", "{|DEVT1108:Tick|}", "[DomainEvent(\"tick.occurred\", Version = 2, Durable = true)] // soon")]
    [InlineData("[DomainEvent()]", "{|DEVT1108:Tick|}", "[DomainEvent(\"tick.occurred\")]")]
    public Task Fix_writes_the_event_type(string attribute, string name, string fixedAttribute) => CodeFixRunner.VerifyAsync(
        Setups.For<EventTypeNameAnalyzer, WriteEventTypeFix>(),
        $"// An event.\n{attribute}\npublic partial class {name};\n",
        $"// An event.\n{fixedAttribute}\npublic partial class {name.Replace("{|DEVT1108:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)};\n");

    [Fact]
    public Task Fix_writes_a_guess_out() => CodeFixRunner.VerifyAsync(
        Setups.For<EventTypeNameAnalyzer, WriteEventTypeFix>(),
        "public partial class Order\n{\n    [DomainEvent]\n    public partial class {|DEVT1106:Placed|};\n}\n",
        "public partial class Order\n{\n    [DomainEvent(\"order.placed\")]\n    public partial class Placed;\n}\n");

    [Fact]
    public Task Fix_writes_what_a_generated_constant_holds() => CodeFixRunner.VerifyAsync(
        Setups.For<EventTypeNameAnalyzer, WriteEventTypeFix>(),
        "[DomainEvent]\npublic partial class OrderPlaced;\n\n[DomainEvent({|DEVT1108:OrderPlaced.EventTypeName|}, Version = 2)]\npublic partial class Again;\n",
        "[DomainEvent]\npublic partial class OrderPlaced;\n\n[DomainEvent(\"order.placed\", Version = 2)]\npublic partial class Again;\n");

    [Theory]
    [InlineData("static class Names { public const string Placed = \"OrderPlaced\"; } [DomainEvent({|DEVT1102:Names.Placed|})] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent({|DEVT1102:\"\"|})] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public partial class {|DEVT1108:주문|};")]
    public Task Fix_is_not_offered_where_it_would_have_to_invent(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<EventTypeNameAnalyzer, WriteEventTypeFix>(), source);

    [Theory]
    [InlineData("[DomainEvent({|DEVT1102:\"OrderPlaced\"|})] public partial class OrderPlaced { [DomainEvent({|DEVT1102:\"LineAdded\"|})] public partial class LineAdded; }")]
    [InlineData("[DomainEvent] public partial class {|DEVT1108:Tick|} { [DomainEvent] public partial class {|DEVT1108:Tock|}; }")]
    [InlineData("public partial class Order { [DomainEvent] public partial class {|DEVT1106:Placed|}; [DomainEvent] public partial class {|DEVT1106:Cancelled|}; }")]
    public Task Fix_all_equals_the_fixes_one_by_one(string source) =>
        FixAllRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer, WriteEventTypeFix>(), source);
}
