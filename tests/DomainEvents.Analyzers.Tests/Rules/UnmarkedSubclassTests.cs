using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnmarkedSubclassTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Theory]
    [InlineData(Event + "public class {|DEVT1010:RushOrderPlaced|} : OrderPlaced { public RushOrderPlaced() : base(\"A-17\") { } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced(string OrderId); public sealed record {|DEVT1010:RushOrderPlaced|}(string OrderId) : OrderPlaced(OrderId);")]
    [InlineData(Event + "public abstract class Rush : OrderPlaced { protected Rush() : base(\"A-17\") { } } internal class {|DEVT1010:RushOrder|} : Rush;")]
    [InlineData("[DomainEvent] public partial class Changed<T> { public string Id { get; } } public class {|DEVT1010:PriceChanged|} : Changed<decimal> { public PriceChanged() : base(\"x\") { } }")]
    public Task Concrete_subclass_without_the_attribute_is_reported(string source) => AnalyzerRunner.VerifyAsync(
        Setups.For<UnmarkedSubclassAnalyzer>(), source, new ExpectedDiagnostic("DEVT1010", DiagnosticSeverity.Info));

    [Theory]
    [InlineData(Event + "[DomainEvent] public partial class RushOrderPlaced : OrderPlaced { public decimal Fee { get; } }")]
    [InlineData(Event + "public abstract class Rush : OrderPlaced { protected Rush() : base(\"A-17\") { } }")]
    [InlineData(Event + "public class Order { public OrderPlaced Placed { get; } = new(\"A-17\"); }")]
    [InlineData("public class Base; public class Derived : Base;")]
    [InlineData("public record Noted(string EventType) : IDomainEvent { public Guid EventId => default; public DateTimeOffset OccurredAt => default; }")]
    [InlineData("public class Broken : {|CS0246:OrderPlaced|};")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnmarkedSubclassAnalyzer>(), source);

    [Fact]
    public Task Message_names_the_event_that_is_published() => AnalyzerRunner.VerifyAsync(
        Setups.For<UnmarkedSubclassAnalyzer>(),
        Event + "public class {|DEVT1010:RushOrderPlaced|} : OrderPlaced { public RushOrderPlaced() : base(\"A-17\") { } }",
        new ExpectedDiagnostic("DEVT1010", Message: "'RushOrderPlaced' is published as its base 'OrderPlaced'; mark it with [DomainEvent] to give it an event type of its own"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<UnmarkedSubclassAnalyzer>(), Event + "public class RushOrderPlaced : OrderPlaced { public RushOrderPlaced() : base(\"A-17\") { } }");

    [Fact]
    public Task Fix_marks_the_class_and_makes_it_partial() => CodeFixRunner.VerifyAsync(
        Setups.For<UnmarkedSubclassAnalyzer, MarkAsEventFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; }
        }

        public static partial class Orders
        {
            /// <summary>In a hurry.</summary>
            public sealed class {|DEVT1010:RushOrderPlaced|} : OrderPlaced // since spring
            {
                public RushOrderPlaced()
                    : base("A-17")
                {
                }
            }

            [Serializable]
            class {|DEVT1010:LateOrderPlaced|}() : OrderPlaced("A-17");
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string OrderId { get; }
        }

        public static partial class Orders
        {
            /// <summary>In a hurry.</summary>
            [DomainEvent]
            public sealed partial class RushOrderPlaced : OrderPlaced // since spring
            {
                public RushOrderPlaced()
                    : base("A-17")
                {
                }
            }

            [DomainEvent]
            [Serializable]
            partial class LateOrderPlaced() : OrderPlaced("A-17");
        }
        """);

    [Theory]
    [InlineData(Event + "public static class Orders { public class {|DEVT1010:RushOrderPlaced|}() : OrderPlaced(\"A-17\"); }")]
    [InlineData(Event + "file class {|DEVT1010:RushOrderPlaced|}() : OrderPlaced(\"A-17\");")]
    public Task Fix_is_not_offered_where_nothing_could_be_generated(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<UnmarkedSubclassAnalyzer, MarkAsEventFix>(), source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UnmarkedSubclassAnalyzer, MarkAsEventFix>(),
        Event + """
        public partial class {|DEVT1010:RushOrderPlaced|}() : OrderPlaced("A-17")
        {
            public class {|DEVT1010:Again|}() : OrderPlaced("A-17");
        }
        """);
}
