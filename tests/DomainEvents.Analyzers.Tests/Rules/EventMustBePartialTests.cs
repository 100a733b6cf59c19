using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventMustBePartialTests
{
    [Theory]
    [InlineData("[DomainEvent] public class {|DEVT1001:OrderPlaced|} { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public sealed record {|DEVT1001:OrderPlaced|}(string OrderId);")]
    [InlineData("[DomainEvent(\"order.placed\")] internal abstract class {|DEVT1001:OrderEvent|};")]
    [InlineData("public class {|DEVT1001:Orders|} { [DomainEvent] public partial class Placed; }")]
    [InlineData("public struct {|DEVT1001:Orders|} { public partial class Inner { [DomainEvent] public partial class Placed; } }")]
    [InlineData("public static class {|DEVT1001:Orders|} { [DomainEvent] public class {|DEVT1001:Placed|}; }")]
    [InlineData("[DomainEvents.DomainEventAttribute] class {|DEVT1001:Changed|}<T> { public T Value { get; } }")]
    public Task Event_that_is_not_partial_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventMustBePartialAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData("public static partial class Orders { [DomainEvent] public partial class Placed; }")]
    [InlineData("public class OrderPlaced { public string? OrderId { get; } }")]
    [InlineData("public sealed record OrderPlaced(System.Guid EventId) : IDomainEvent { public System.DateTimeOffset OccurredAt => default; public string EventType => \"order.placed\"; }")]
    [InlineData("public class Orders { public class Line; } [DomainEvent] public partial class OrderPlaced;")]
    [InlineData("namespace Other { class DomainEventAttribute : System.Attribute; [DomainEvent] class OrderPlaced; }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<EventMustBePartialAnalyzer>(), source);

    [Fact]
    public Task Report_can_be_suppressed() =>
        AnalyzerRunner.VerifySuppressibleAsync(Setups.For<EventMustBePartialAnalyzer>(), "[DomainEvent] public class OrderPlaced;");

    [Fact]
    public Task Fix_adds_partial_up_the_chain_and_keeps_comments() => CodeFixRunner.VerifyAsync(
        Setups.For<EventMustBePartialAnalyzer, MakePartialFix>(),
        """
        // Orders and what happens to them.
        class {|DEVT1001:Orders|}
        {
            /// <summary>An order came in.</summary>
            [DomainEvent] // by the customer
            public sealed class {|DEVT1001:Placed|};
        }
        """,
        """
        // Orders and what happens to them.
        partial class Orders
        {
            /// <summary>An order came in.</summary>
            [DomainEvent] // by the customer
            public sealed partial class Placed;
        }
        """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<EventMustBePartialAnalyzer, MakePartialFix>(),
        """
        class {|DEVT1001:{|DEVT1001:Orders|}|}
        {
            [DomainEvent] public class {|DEVT1001:Placed|};
            [DomainEvent] public class {|DEVT1001:Shipped|};
        }
        [DomainEvent] record {|DEVT1001:Paid|}(decimal Amount);
        """);
}
