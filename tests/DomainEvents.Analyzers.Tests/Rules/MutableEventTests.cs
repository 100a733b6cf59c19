using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class MutableEventTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string? {|DEVT1201:OrderId|} { get; set; } }")]
    [InlineData("[DomainEvent(IncludeSettable = true)] public partial class OrderPlaced { public string {|DEVT1201:OrderId|} { get; set; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId) { public int {|DEVT1201:Count|} { get; set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public int {|DEVT1201:Count|}; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public int {|DEVT1201:First|}, {|DEVT1201:Last|}; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { private string _id = \"\"; public string {|DEVT1201:OrderId|} { get; set; } = \"\"; public string Id => _id; }")]
    public Task Value_that_can_be_set_is_reported(string source) => AnalyzerRunner.VerifyAsync(Setups.For<MutableEventAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } public int Count { get; init; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string? OrderId { get; private set; } public int Count { get; protected set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public readonly int Count = 1; public const int Most = 2; public static int Total { get; set; } public static int Sum; private int _n; internal int Note { get; set; } public int N => _n++; }")]
    [InlineData("public interface IStamped { string? By { get; set; } } [DomainEvent] public partial class OrderPlaced : IStamped { public string? By { get; set; } }")]
    [InlineData("public abstract class Message { public abstract string? By { get; set; } } [DomainEvent] public partial class OrderPlaced : Message { public override string? By { get; set; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public partial class OrderPlaced { public string? OrderId { get; set; } }")]
    [InlineData("public class Order { public string? Id { get; set; } public int Count; }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<MutableEventAnalyzer>(), source);

    [Fact]
    public Task Message_names_value_and_event() => AnalyzerRunner.VerifyAsync(
        Setups.For<MutableEventAnalyzer>(),
        "[DomainEvent] public partial class OrderPlaced { public string? {|DEVT1201:OrderId|} { get; set; } }",
        new ExpectedDiagnostic("DEVT1201", Message: "'OrderId' of the event 'OrderPlaced' can be changed by every handler after it was published; make it init-only or read-only"));

    [Fact]
    public Task Fix_makes_it_unchangeable() => CodeFixRunner.VerifyAsync(
        Setups.For<MutableEventAnalyzer, MakeImmutableFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // The number on the invoice.
            public string {|DEVT1201:OrderId|} { get; set; } = ""; // never blank

            public int {|DEVT1201:Count|}
            {
                get;
                set;
            } = 1;

            public int {|DEVT1201:Total|};

            public OrderPlaced(int total)
            {
                Total = total;
                this.Count = total;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new(2) { OrderId = "A-17", Count = 3 };

            public static int Read(OrderPlaced placed) => placed.Total + placed.Count;
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // The number on the invoice.
            public string OrderId { get; init; } = ""; // never blank

            public int Count
            {
                get;
                init;
            } = 1;

            public readonly int Total;

            public OrderPlaced(int total)
            {
                Total = total;
                this.Count = total;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new(2) { OrderId = "A-17", Count = 3 };

            public static int Read(OrderPlaced placed) => placed.Total + placed.Count;
        }
        """);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string? {|DEVT1201:OrderId|} { get; set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string {|DEVT1201:OrderId|} { get; set; } = \"\"; } public static class Shop { public static void M(OrderPlaced placed) => placed.OrderId = \"B-1\"; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string {|DEVT1201:OrderId|} { get; set; } = \"\"; public void Clear() { OrderId = \"\"; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public int {|DEVT1201:Count|}; } public static class Shop { public static OrderPlaced M() => new() { Count = 1 }; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public int {|DEVT1201:Count|}; } public static class Shop { public static void M(OrderPlaced placed) => placed.Count++; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public int {|DEVT1201:Count|}; } public static class Shop { public static void M(OrderPlaced placed) => Interlocked.Increment(ref placed.Count); }")]
    public Task Fix_is_not_offered_where_it_would_break(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<MutableEventAnalyzer, MakeImmutableFix>(), source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<MutableEventAnalyzer, MakeImmutableFix>(),
        "[DomainEvent] public partial class OrderPlaced { public string {|DEVT1201:OrderId|} { get; set; } = \"\"; public int {|DEVT1201:Count|} { get; set; } = 1; }");

    [Fact]
    public Task Fix_of_a_required_property_leaves_the_guard_in_the_way() => CodeFixRunner.VerifyAsync(
        new CodeFixSetup(Setups.ForAll(), new MakeImmutableFix()),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public required string {|DEVT1201:OrderId|} { get; set; }

            public required int {|DEVT1201:Count|} { get; set; }
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public required partial string OrderId { get; init; }

            public required int Count { get; init; }
        }
        """);
}
