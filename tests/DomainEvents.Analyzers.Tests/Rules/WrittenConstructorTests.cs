using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class WrittenConstructorTests
{
    private const string Delete = "DomainEvents.DeleteConstructor";
    private const string Keep = "DomainEvents.KeepConstructor";

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public {|DEVT1004:OrderPlaced|}(string orderId) => OrderId = orderId; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public decimal Total { get; } internal {|DEVT1004:OrderPlaced|}(string id, decimal sum) { OrderId = id; Total = sum; } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string OrderId { get; init; } private {|DEVT1004:OrderPlaced|}(string orderId) => OrderId = orderId; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public decimal Total { get; } public {|DEVT1004:OrderPlaced|}(string orderId, decimal total) : base(orderId) => Total = total; }")]
    public Task Constructor_with_the_generated_parameters_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<WrittenConstructorAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")]
    [InlineData("[DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) => OrderId = orderId; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public decimal Total { get; } public OrderPlaced(string orderId) : this(orderId, 0m) { } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Guid OrderId { get; } public OrderPlaced(string orderId) : this(Guid.Parse(orderId)) { } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public OrderPlaced() { } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData("public partial class Order { public string OrderId { get; } public Order(string orderId) => OrderId = orderId; }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<WrittenConstructorAnalyzer>(), source);

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<WrittenConstructorAnalyzer>(),
        "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public OrderPlaced(string orderId) => OrderId = orderId; }");

    [Fact]
    public Task Fix_deletes_what_the_generated_constructor_does() => CodeFixRunner.VerifyAsync(
        Setups.For<WrittenConstructorAnalyzer, WrittenConstructorFix>(),
        """
        [DomainEvent] // by the customer
        public partial class OrderPlaced
        {
            public string OrderId { get; }

            public string Carrier { get; }

            public {|DEVT1004:OrderPlaced|}(string orderId, string carrier)
            {
                ArgumentNullException.ThrowIfNull(carrier);
                this.OrderId = orderId ?? throw new ArgumentNullException(nameof(orderId));
                Carrier = carrier;
            }

            public override string ToString() => OrderId;
        }
        """,
        """
        [DomainEvent] // by the customer
        public partial class OrderPlaced
        {
            public string OrderId { get; }

            public string Carrier { get; }

            public override string ToString() => OrderId;
        }
        """,
        Delete);

    [Fact]
    public Task Fix_leaves_no_blank_line_where_the_constructor_stood() => CodeFixRunner.VerifyAsync(
        Setups.For<WrittenConstructorAnalyzer, WrittenConstructorFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public {|DEVT1004:OrderPlaced|}(string orderId) => OrderId = orderId;

            // The number on the invoice.
            public string OrderId { get; }
        }

        [DomainEvent]
        public partial class OrderShipped
        {
            public string OrderId { get; }

            public {|DEVT1004:OrderShipped|}(string orderId) => OrderId = orderId;
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // The number on the invoice.
            public string OrderId { get; }
        }

        [DomainEvent]
        public partial class OrderShipped
        {
            public string OrderId { get; }
        }
        """,
        Delete);

    [Theory]
    [InlineData("[DomainEvent]", "[DomainEvent(GenerateConstructor = false)]")]
    [InlineData("[DomainEvent(\"order.placed\", Version = 2)] /* second */", "[DomainEvent(\"order.placed\", Version = 2, GenerateConstructor = false)] /* second */")]
    public Task Fix_says_that_the_constructor_is_meant(string before, string after)
    {
        const string Event = "\npublic partial class OrderPlaced\n{\n    public string OrderId { get; }\n\n    public NAME(string orderId) => OrderId = orderId.Trim();\n}\n";
        return CodeFixRunner.VerifyAsync(
            Setups.For<WrittenConstructorAnalyzer, WrittenConstructorFix>(),
            before + Event.Replace("NAME", "{|DEVT1004:OrderPlaced|}", StringComparison.Ordinal),
            after + Event.Replace("NAME", "OrderPlaced", StringComparison.Ordinal),
            Keep);
    }

    [Theory]
    [InlineData("=> OrderId = orderId;", Delete, Keep)]
    [InlineData("{ this.OrderId = orderId; }", Delete, Keep)]
    [InlineData("=> OrderId = orderId.Trim();", Keep)]
    [InlineData("{ OrderId = orderId; Console.WriteLine(orderId); }", Keep)]
    [InlineData("{ OrderId = orderId; if (orderId.Length > 9) throw new ArgumentException(); }", Keep)]
    public Task Deletion_is_offered_only_where_nothing_is_lost(string body, params string[] offered) => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<WrittenConstructorAnalyzer, WrittenConstructorFix>(),
        "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public {|DEVT1004:OrderPlaced|}(string orderId) " + body + " }",
        offered);

    [Theory]
    [InlineData(Delete)]
    [InlineData(Keep)]
    public Task Fix_all_equals_the_fixes_one_by_one(string key) => FixAllRunner.VerifyAsync(
        Setups.For<WrittenConstructorAnalyzer, WrittenConstructorFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; }

            public {|DEVT1004:OrderPlaced|}(string orderId) => OrderId = orderId;

            [DomainEvent]
            public partial class Shipped
            {
                public {|DEVT1004:Shipped|}(string carrier) => Carrier = carrier;

                public string Carrier { get; }
            }
        }
        """,
        key);
}
