using DomainEvents.Analyzers.Naming;
using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class PastTenseTests
{
    [Theory]
    [InlineData("[DomainEvent] public sealed partial record {|DEVT1101:OfferPrepareEvent|}(string OfferId);")]
    [InlineData("[DomainEvent] public partial class {|DEVT1101:CreateOrder|} { public string OrderId { get; } }")]
    [InlineData("[DomainEvent(Version = 2)] public partial class {|DEVT1101:MigrateShoppingCartEvent|};")]
    [InlineData("public partial class Order { [DomainEvent] public partial class {|DEVT1101:Notice|}; }")]
    public Task Name_without_a_past_form_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<PastTenseAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public sealed partial record OrderStatusChangedToAwaitingValidationIntegrationEvent(int OrderId);")]
    [InlineData("[DomainEvent] public partial class MemberSignedOffFromMeeting;")]
    [InlineData("[DomainEvent] public partial class InvoiceSent;")]
    [InlineData("[DomainEvent] public partial class PasswordReset;")]
    [InlineData("[DomainEvent] public partial class OrderTimeout;")]
    [InlineData("[DomainEvent] public partial class MeetingStarting;")]
    [InlineData("[DomainEvent] public partial class ProductWasOutOfStock;")]
    [InlineData("[DomainEvent(\"market.tick\")] public partial class Tick;")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent;")]
    [InlineData("[DomainEvent(\"order.base\")] public partial class OrderEventBase;")]
    [InlineData("[DomainEvent] public partial class OrderEventBase;")]
    [InlineData("[DomainEvent] public partial class 주문;")]
    [InlineData("public class CreateOrder;")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<PastTenseAnalyzer>(), source);

    [Theory]
    [InlineData("CreateOrder", "'OrderCreated'")]
    [InlineData("Tick", "'OrderPlaced'")]
    public Task Message_gives_a_name(string name, string suggestion) => AnalyzerRunner.VerifyAsync(
        Setups.For<PastTenseAnalyzer>(),
        $"[DomainEvent] public partial class {{|DEVT1101:{name}|}};",
        new ExpectedDiagnostic("DEVT1101", Message: $"The name '{name}' does not say that something has happened; rename it to something like {suggestion}"));

    [Theory]
    [InlineData("PlaceOrder", "OrderPlaced")]
    [InlineData("OfferPrepareEvent", "OfferPreparedEvent")]
    [InlineData("SendInvoiceV2", "InvoiceSentV2")]
    [InlineData("OrderShip", "OrderShipped")]
    [InlineData("SubmitClaim", "ClaimSubmitted")]
    [InlineData("OrderDeny", null)]
    [InlineData("ApplyDiscount", "DiscountApplied")]
    [InlineData("UserJoinDomainEvent", "UserJoinedDomainEvent")]
    [InlineData("PayBill", "BillPaid")]
    [InlineData("CancelOrderRequest", "OrderRequestCancelled")]
    [InlineData("FixIssue", "IssueFixed")]
    [InlineData("ShipPark", null)]
    [InlineData("CloseAccount", "AccountClosed")]
    [InlineData("Tick", null)]
    [InlineData("Create", "Created")]
    [InlineData("Customer", null)]
    public void Suggest_of_a_name_puts_its_verb_into_the_past(string name, string? expected) =>
        Assert.Equal(expected, PastTenseName.Suggest(name));

    [Fact]
    public Task Fix_renames_the_event_and_every_use() => CodeFixRunner.VerifyAsync(
        Setups.For<PastTenseAnalyzer, RenameEventFix>(),
        """
        /// <summary>See <see cref="PlaceOrder"/>.</summary>
        [DomainEvent]
        public partial class {|DEVT1101:PlaceOrder|} // soon
        {
            public string OrderId { get; }
        }

        public static class Shop
        {
            public static PlaceOrder Create(string id) => new PlaceOrder(id);
        }
        """,
        """
        /// <summary>See <see cref="OrderPlaced"/>.</summary>
        [DomainEvent]
        public partial class OrderPlaced // soon
        {
            public string OrderId { get; }
        }

        public static class Shop
        {
            public static OrderPlaced Create(string id) => new OrderPlaced(id);
        }
        """);

    [Theory]
    [InlineData("[DomainEvent] public partial class {|DEVT1101:CustomerNotice|};")]
    [InlineData("[DomainEvent] public partial class {|DEVT1101:PlaceOrder|}; public class OrderPlaced;")]
    public Task Fix_is_not_offered_without_a_free_name(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<PastTenseAnalyzer, RenameEventFix>(), source);

    [Fact]
    public Task Report_can_be_suppressed() =>
        AnalyzerRunner.VerifySuppressibleAsync(Setups.For<PastTenseAnalyzer>(), "[DomainEvent] public partial class CreateOrder;");

    [Fact]
    public Task Option_adds_words_of_the_domain() => AnalyzerRunner.VerifyAsync(
        Setups.For<PastTenseAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1101.past_tense_words = tick | kickoff\n")),
        "[DomainEvent] public partial class MarketTick; [DomainEvent] public partial class {|DEVT1101:PlaceOrder|};");
}
