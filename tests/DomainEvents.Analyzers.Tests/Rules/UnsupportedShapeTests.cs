using DomainEvents.Analyzers.Rules;
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
}
