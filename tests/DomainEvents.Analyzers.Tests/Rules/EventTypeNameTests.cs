using DomainEvents.Analyzers.Rules;
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
    public Task Event_without_a_usable_event_type_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent(\"payment_intent.succeeded\")] public partial class PaymentIntent;")]
    [InlineData("[DomainEvent(\"customer.subscription.created\")] public partial class SubscriptionCreated;")]
    [InlineData("[DomainEvent(\"Order-Placed\", External = true)] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent;")]
    [InlineData("[DomainEvent(\"string\" + \".created\")] public partial class StringCreated;")]
    [InlineData("public class Tick;")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventTypeNameAnalyzer>(), source);

    [Fact]
    public Task Message_suggests_a_well_formed_event_type() => AnalyzerRunner.VerifyAsync(
        Setups.For<EventTypeNameAnalyzer>(),
        "[DomainEvent({|DEVT1102:\"Order-Placed\"|})] public partial class OrderPlaced;",
        new ExpectedDiagnostic("DEVT1102", Message: "'Order-Placed' is no event type; write two or more lower-case segments, such as 'order.placed'"));
}
