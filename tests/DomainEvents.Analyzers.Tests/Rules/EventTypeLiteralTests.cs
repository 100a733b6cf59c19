using DomainEvents.Analyzers.Naming;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventTypeLiteralTests
{
    private const string Events = """
        [DomainEvent] public sealed partial record OrderPlaced(string OrderId);
        [DomainEvent] public partial class OrderPaid;
        [DomainEvent("Invoice-Sent", External = true)] public partial class InvoiceSent;

        """;

    [Theory]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == {|DEVT1104:\"order.placed\"|};")]
    [InlineData("static bool M(OrderPlaced e) => {|DEVT1104:\"order.paid\"|} != e.EventType;")]
    [InlineData("static bool M(IDomainEvent? e) => e?.EventType == {|DEVT1104:\"Invoice-Sent\"|};")]
    [InlineData("static bool M(IDomainEvent e) => string.Equals(e.EventType, {|DEVT1104:\"order.placed\"|}, StringComparison.Ordinal);")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType.Equals({|DEVT1104:\"order.placed\"|});")]
    [InlineData("static bool M(IDomainEvent e) => {|DEVT1104:\"order.placed\"|}.Equals(e.EventType);")]
    [InlineData("static int M(IDomainEvent e) { switch (e.EventType) { case {|DEVT1104:\"order.placed\"|}: return 1; case {|DEVT1104:\"order.paid\"|}: return 2; default: return 0; } }")]
    [InlineData("static int M(IDomainEvent e) => e.EventType switch { {|DEVT1104:\"order.placed\"|} or {|DEVT1104:\"order.paid\"|} => 1, _ => 0 };")]
    [InlineData("static int M(IDomainEvent e) { switch (e.EventType) { case {|DEVT1104:\"order.placed\"|} when e.EventVersion > 1: return 1; default: return 0; } }")]
    [InlineData("static bool M(object o) => o is IDomainEvent { EventType: {|DEVT1104:\"order.placed\"|} };")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType is not {|DEVT1104:\"order.placed\"|};")]
    [InlineData("static void On([EventTypeName] string eventType) { } static void M() => On({|DEVT1104:\"order.placed\"|});")]
    [InlineData("static void On(int n, [EventTypeName] params string[] eventTypes) { } static void M() => On(1, {|DEVT1104:\"order.placed\"|}, OrderPaid.EventTypeName, {|DEVT1104:\"Invoice-Sent\"|});")]
    [InlineData("static bool M([EventTypeName] string eventType) => eventType == {|DEVT1104:\"order.placed\"|};")]
    [InlineData("static readonly Dictionary<string, int> s_known = new() { { {|DEVT1104:\"order.placed\"|}, 1 }, { {|DEVT1104:\"order.paid\"|}, 2 } }; static int M(IDomainEvent e) => s_known[e.EventType];")]
    [InlineData("readonly Dictionary<string, Action> _calls = []; C() { _calls.Add({|DEVT1104:\"order.placed\"|}, () => { }); } void M(IDomainEvent e) { if (_calls.TryGetValue(e.EventType, out var call)) call(); }")]
    [InlineData("static HashSet<string> Known { get; } = [{|DEVT1104:\"order.placed\"|}, {|DEVT1104:\"order.paid\"|}]; static bool M(IDomainEvent e) => Known.Contains(e.EventType);")]
    [InlineData("static void M(Dictionary<string, int> ignored) { var counts = new Dictionary<string, int>(); counts[OrderPaid.EventTypeName] = 1; counts[{|DEVT1104:\"order.placed\"|}] = 2; }")]
    public Task Text_of_a_known_event_type_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == {|DEVT1105:\"order.plcaed\"|};")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType is {|DEVT1105:\"Order.Placed\"|};")]
    [InlineData("static void On([EventTypeName] string eventType) { } static void M() => On({|DEVT1105:\"orders.placed\"|});")]
    [InlineData("static readonly Dictionary<string, int> s_known = new() { [{|DEVT1105:\"order.payd\"|}] = 1 }; static int M(IDomainEvent e) => s_known[e.EventType];")]
    public Task Text_that_is_nearly_one_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == OrderPlaced.EventTypeName;")]
    [InlineData("static bool M(string topic) => topic == \"order.placed\";")]
    [InlineData("const string Wire = \"order.placed\"; static bool M(IDomainEvent e) => e.EventType == Wire;")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == \"shipment.dispatched\" || e.EventType.StartsWith(\"order.placed\");")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == \"order.paid2\";")]
    [InlineData("sealed class Message { public string EventType { get; set; } = \"\"; } static bool M(Message m) => m.EventType == \"order.placed\";")]
    [InlineData("[Obsolete(\"order.placed\")] static string M() => \"{ \\\"type\\\": \\\"order.placed\\\" }\";")]
    [InlineData("static class Assert { public static void True(bool value) { } } static void M(OrderPlaced e) => Assert.True(e.EventType == \"order.placed\");")]
    [InlineData("static readonly Dictionary<string, int> s_topics = new() { [\"order.placed\"] = 1 }; static int M(string topic) => s_topics[topic];")]
    [InlineData("static void On(string eventType) { } static void M() => On(\"order.placed\");")]
    [InlineData("[EventTypeNameUser(\"order.placed\")] static void M() { } sealed class EventTypeNameUserAttribute([EventTypeName] string name) : Attribute { public string Name => name; }")]
    [InlineData("static bool M(IDomainEvent e) => e.EventType == \"\";")]
    public Task Anything_else_is_left_alone(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("order.plcaed", "order.placed", true)]
    [InlineData("ordr.placed", "order.placed", true)]
    [InlineData("orderplaced", "order.placed", true)]
    [InlineData("order_item.added", "orderitem.added", true)]
    [InlineData("posts.created", "post.created", true)]
    [InlineData("crat.opened", "cart.opened", true)]
    [InlineData("order.canceled", "order.cancelled", true)]
    [InlineData("user.unlocked", "user.locked", false)]
    [InlineData("user.activated", "user.deactivated", false)]
    [InlineData("order.closed", "order.cloned", false)]
    [InlineData("user.logged", "user.locked", false)]
    [InlineData("card.opened", "cart.opened", false)]
    [InlineData("order.placed_v2", "order.placed_v1", false)]
    public void Misspelling_is_no_other_event(string text, string known, bool expected) =>
        Assert.Equal(expected, Misspelling.IsLikely(text, known));

    [Fact]
    public Task Name_of_another_system_can_be_registered() => AnalyzerRunner.VerifyAsync(
        Setups.For<EventTypeLiteralAnalyzer>().WithProject(static project =>
            project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1105.known_event_types = order.plated | order.plaited\n")),
        Events + "static class C { static bool M(IDomainEvent e) => e.EventType is \"order.plated\" or {|DEVT1105:\"order.plcaed\"|}; }");

    [Theory]
    [InlineData("order.placed", "DEVT1104", "'order.placed' is the event type of an event; write the constant 'EventTypes.OrderPlaced'")]
    [InlineData("order.plcaed", "DEVT1105", "No event has the event type 'order.plcaed'; did you mean 'order.placed'?")]
    public Task Message_says_what_to_write(string text, string id, string message) => AnalyzerRunner.VerifyAsync(
        Setups.For<EventTypeLiteralAnalyzer>(),
        Events + $"static class C {{ static bool M(IDomainEvent e) => e.EventType == {{|{id}:\"{text}\"|}}; }}",
        new ExpectedDiagnostic(id, Message: message));

    [Fact]
    public async Task Event_types_of_referenced_assemblies_are_known()
    {
        GeneratorResult library = GeneratorRunner.Run(
            new DomainEventGenerator(),
            Setups.For<EventTypeLiteralAnalyzer>().ProjectOf("namespace Sales { [DomainEvent] public partial class OrderShipped; }").WithAssemblyName("Sales"));
        foreach (bool asImage in (bool[])[false, true])
        {
            CodeFixSetup setup = Setups.For<EventTypeLiteralAnalyzer, UseEventTypeConstantFix>();
            await CodeFixRunner.VerifyAsync(
                setup with { Analyzers = setup.Analyzers.WithProject(project => project.WithLibrary(library, asImage)) },
                "static class C { static bool M(IDomainEvent e) => e.EventType == {|DEVT1104:\"order.shipped\"|}; }",
                "static class C { static bool M(IDomainEvent e) => e.EventType == Sales.EventTypes.OrderShipped; }");
        }
    }

    [Fact]
    public Task Fix_writes_the_constant() => CodeFixRunner.VerifyAsync(
        Setups.For<EventTypeLiteralAnalyzer, UseEventTypeConstantFix>(),
        Events + """
            static class C
            {
                static int M(IDomainEvent e) => e.EventType switch
                {
                    // The first one.
                    {|DEVT1104:"order.placed"|} => 1, // placed
                    {|DEVT1105:"order.piad"|} => 2,
                    _ => 0,
                };
            }
            """,
        Events + """
            static class C
            {
                static int M(IDomainEvent e) => e.EventType switch
                {
                    // The first one.
                    TestProject.EventTypes.OrderPlaced => 1, // placed
                    TestProject.EventTypes.OrderPaid => 2,
                    _ => 0,
                };
            }
            """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<EventTypeLiteralAnalyzer, UseEventTypeConstantFix>(),
        Events + "static class C { static bool M(IDomainEvent e) => e.EventType == {|DEVT1104:\"order.placed\"|} || e.EventType == {|DEVT1104:\"order.paid\"|}; }");

    [Fact]
    public Task Fix_of_all_typos_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<EventTypeLiteralAnalyzer, UseEventTypeConstantFix>(),
        Events + "static class C { static bool M(IDomainEvent e) => e.EventType == {|DEVT1105:\"order.plcaed\"|} || e.EventType == {|DEVT1105:\"order.placde\"|}; }");

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<EventTypeLiteralAnalyzer>(),
        Events + "static class C { static bool M(IDomainEvent e) => e.EventType is \"order.placed\" or \"order.plcaed\"; }");

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("order", "order", 0)]
    [InlineData("order", "odrer", 1)]
    [InlineData("order", "orders", 1)]
    [InlineData("order", "rder", 1)]
    [InlineData("placed", "plaecd", 1)]
    [InlineData("placed", "playd", 2)]
    [InlineData("placed", "shipped", 3)]
    public void Distance_counts_letters_and_stops_at_the_limit(string left, string right, int expected)
    {
        Assert.Equal(expected, EditDistance.Between(left, right, 2));
        Assert.Equal(expected, EditDistance.Between(right, left, 2));
    }

    private static Task VerifyAsync(string member) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeLiteralAnalyzer>(), Events + "class C { " + member + " }");
}
