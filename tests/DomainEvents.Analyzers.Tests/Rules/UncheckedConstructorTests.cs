using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UncheckedConstructorTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string {|DEVT1203:orderId|}) { OrderId = orderId; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string {|DEVT1203:orderId|}) => OrderId = orderId; }")]
    [InlineData("[DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public string OrderId { get; } public Uri Link { get; } internal OrderPlaced(string {|DEVT1203:orderId|}, Uri {|DEVT1203:link|}) { (OrderId, Link) = (orderId, link); } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced(string {|DEVT1203:orderId|}) { public string OrderId { get; } = orderId; }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string OrderId { get; } public int Count { get; } public OrderPlaced(string {|DEVT1203:orderId|}, int count) { this.OrderId = orderId; Count = count; } }")]
    public Task Value_that_is_stored_unchecked_is_reported(string source) => AnalyzerRunner.VerifyAsync(Setups.For<UncheckedConstructorAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) { ArgumentException.ThrowIfNullOrWhiteSpace(orderId); OrderId = orderId; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) => OrderId = orderId ?? throw new ArgumentNullException(nameof(orderId)); }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) { if (orderId is null) throw new ArgumentNullException(nameof(orderId)); OrderId = orderId; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) => OrderId = Check(orderId); static string Check(string value) => value; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string? OrderId { get; } public int Count { get; } public Guid Key { get; } public OrderPlaced(string? orderId, int count, Guid key) { OrderId = orderId; Count = count; Key = key; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } = \"\"; private OrderPlaced(string orderId) => OrderId = orderId; public static OrderPlaced Of(string id) => new(id.Trim()); }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [System.Diagnostics.CodeAnalysis.AllowNull] public string OrderId { get; } public OrderPlaced(string orderId) => OrderId = orderId; }")]
    [InlineData("#nullable disable\n[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) { OrderId = orderId; } }")]
    [InlineData("public class Message { public Message(string id) { } } [DomainEvent] public partial class OrderPlaced : Message { public string OrderId { get; } public OrderPlaced(string orderId) : base(orderId) => OrderId = orderId; }")]
    [InlineData("public class Order { public string Id { get; } public Order(string id) => Id = id; }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<UncheckedConstructorAnalyzer>(), source);

    [Fact]
    public Task Message_names_parameter_event_and_member() => AnalyzerRunner.VerifyAsync(
        Setups.For<UncheckedConstructorAnalyzer>(),
        "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string {|DEVT1203:id|}) => OrderId = id; }",
        new ExpectedDiagnostic("DEVT1203", Message: "This constructor of 'OrderPlaced' stores 'id' in 'OrderId' without a check; check it, or have the constructor generated"));

    private const string Before = """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; }
            [AllowBlank] public string Memo { get; }
            public Uri Link { get; }

            public OrderPlaced(string {|DEVT1203:orderId|}, string {|DEVT1203:memo|}, Uri {|DEVT1203:link|})
            {
                // All three.
                OrderId = orderId;
                Memo = memo;
                Link = link;
            }

            public OrderPlaced(string {|DEVT1203:@event|}) => OrderId = Memo = @event; // short
        }
        """;

    [Fact]
    public Task Fix_checks_at_the_start() => CodeFixRunner.VerifyAsync(
        Setups.For<UncheckedConstructorAnalyzer, InsertGuardFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; } = "";
            [AllowBlank] public string Memo { get; } = "";
            public Uri Link { get; } = null!;

            public OrderPlaced(string {|DEVT1203:orderId|}, string {|DEVT1203:memo|}, Uri {|DEVT1203:link|})
            {
                // All three.
                OrderId = orderId;
                Memo = memo;
                Link = link;
            }

            public OrderPlaced(string {|DEVT1203:@event|}) => OrderId = @event; // short
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; } = "";
            [AllowBlank] public string Memo { get; } = "";
            public Uri Link { get; } = null!;

            public OrderPlaced(string orderId, string memo, Uri link)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
                ArgumentNullException.ThrowIfNull(memo);
                ArgumentNullException.ThrowIfNull(link);
                // All three.
                OrderId = orderId;
                Memo = memo;
                Link = link;
            }

            public OrderPlaced(string @event)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(@event);
                OrderId = @event;
            } // short
        }
        """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UncheckedConstructorAnalyzer, InsertGuardFix>(),
        Before.Replace("OrderId = Memo = @event", "OrderId = @event", StringComparison.Ordinal).Replace("{ get; }", "{ get; } = null!;", StringComparison.Ordinal));

    [Fact]
    public Task Fix_is_not_offered_for_a_primary_constructor() => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<UncheckedConstructorAnalyzer, InsertGuardFix>(),
        "[DomainEvent] public partial class OrderPlaced(string {|DEVT1203:orderId|}) { public string OrderId { get; } = orderId; }");
}
