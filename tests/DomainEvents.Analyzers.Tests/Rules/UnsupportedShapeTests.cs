using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnsupportedShapeTests
{
    [Theory]
    [InlineData("[{|CS0592:DomainEvent|}] public partial struct {|DEVT1003:OrderPlaced|};")]
    [InlineData("[{|CS0592:DomainEvent|}] public readonly partial record struct {|DEVT1003:OrderPlaced|}(string OrderId);")]
    [InlineData("[{|CS0592:DomainEvent|}] public partial interface {|DEVT1003:IOrderPlaced|};")]
    [InlineData("[DomainEvent] public static partial class {|DEVT1003:OrderPlaced|};")]
    [InlineData("[DomainEvent] file sealed partial class {|DEVT1003:OrderPlaced|};")]
    public Task Event_of_an_unsupported_kind_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnsupportedShapeAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData("[DomainEvent] public abstract partial record OrderEvent;")]
    [InlineData("public readonly record struct OrderId(System.Guid Value);")]
    [InlineData("public static class Orders { public const int Max = 1; }")]
    [InlineData("file sealed class Local;")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnsupportedShapeAnalyzer>(), source);

    [Fact]
    public Task Message_says_what_is_wrong_with_the_kind() => AnalyzerRunner.VerifyAsync(
        Setups.For<UnsupportedShapeAnalyzer>(),
        "[DomainEvent] public static partial class {|DEVT1003:OrderPlaced|};",
        new ExpectedDiagnostic("DEVT1003", Message: "'OrderPlaced' cannot be an event, because it is a static class; use a class or a record class"));

    [Fact]
    public Task Fix_removes_the_attribute() => CodeFixRunner.VerifyAsync(
        Setups.For<UnsupportedShapeAnalyzer, RemoveEventMarkFix>(),
        """
        namespace Shop;

        // The price of one symbol.
        [{|CS0592:DomainEvent|}]
        public readonly record struct {|DEVT1003:PriceChanged|}(string Symbol, decimal Price);

        public static class Outer
        {
            /// <summary>Constants.</summary>
            [Obsolete("old"), DomainEvent("tick.received")] // soon gone
            public static class {|DEVT1003:Tick|};

            [Serializable]
            [{|CS0592:DomainEvent|}]
            public struct {|DEVT1003:Tock|};
        }
        """,
        """
        namespace Shop;

        // The price of one symbol.
        public readonly record struct PriceChanged(string Symbol, decimal Price);

        public static class Outer
        {
            /// <summary>Constants.</summary>
            [Obsolete("old")] // soon gone
            public static class Tick;

            [Serializable]
            public struct Tock;
        }
        """);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UnsupportedShapeAnalyzer, RemoveEventMarkFix>(),
        "[DomainEvent]\npublic static class {|DEVT1003:Outer|}\n{\n    [{|CS0592:DomainEvent|}]\n    public struct {|DEVT1003:Inner|};\n}\n");
}
