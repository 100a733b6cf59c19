using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class DroppedAttributeTests
{
    [Theory]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced({|DEVT1005:[field: NonSerialized]|} string OrderId);")]
    [InlineData("[DomainEvent] public partial record OrderPlaced([property: Obsolete] {|DEVT1005:[field: NonSerialized]|} string? Note, int Count);")]
    [InlineData("[DomainEvent] public partial record OrderPlaced({|DEVT1005:[property: Obsolete]|} string OrderId) { public string OrderId { get; init; } = OrderId; }")]
    [InlineData("public record Numbered { public int Number { get; init; } } [DomainEvent] public partial record OrderPlaced({|DEVT1005:[property: Obsolete]|} int Number) : Numbered;")]
    public Task Attribute_that_reaches_nothing_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<DroppedAttributeAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced([property: Obsolete(\"old\")] string OrderId, [property: Obsolete] int Count);")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced([AllowBlank] string OrderId, [param: NotDefault] Guid Id);")]
    [InlineData("public sealed record Order([field: NonSerialized] string OrderId, [property: Obsolete] int Count);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [field: NonSerialized] public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced([property: Obsolete] string orderId) { public string OrderId { get; } = orderId; }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId) { [field: NonSerialized] public string OrderId { get; init; } = OrderId; }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<DroppedAttributeAnalyzer>(), source);

    [Fact]
    public Task Message_names_the_way_out() => AnalyzerRunner.VerifyAsync(
        Setups.For<DroppedAttributeAnalyzer>(),
        "[DomainEvent] public sealed partial record OrderPlaced({|DEVT1005:[field: NonSerialized]|} string OrderId);",
        new ExpectedDiagnostic("DEVT1005", Message: "'[field: ...]' on the parameter 'OrderId' reaches nothing, because the property is declared elsewhere; declare the property yourself, with the attribute on it"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<DroppedAttributeAnalyzer>(), "[DomainEvent] public sealed partial record OrderPlaced([field: NonSerialized] string OrderId);");
}
