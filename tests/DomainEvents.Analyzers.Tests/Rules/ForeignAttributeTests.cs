using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class ForeignAttributeTests
{
    private const string Foreign = "namespace Shop { public sealed class DomainEventAttribute : Attribute; }\n";

    [Theory]
    [InlineData(Foreign + "namespace Shop.Orders { [{|DEVT1006:DomainEvent|}] public partial class OrderPlaced { public string? OrderId { get; } } }")]
    [InlineData(Foreign + "[{|DEVT1006:Shop.DomainEvent|}] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData(Foreign + "[Serializable, {|DEVT1006:Shop.DomainEventAttribute|}()] public partial class OrderPlaced;")]
    public Task Partial_class_with_another_attribute_of_the_name_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<ForeignAttributeAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced;")]
    [InlineData(Foreign + "namespace Shop.Orders { [DomainEvent] public class OrderPlaced; }")]
    [InlineData(Foreign + "namespace Shop.Orders { [DomainEvent] public partial class OrderPlaced; partial class OrderPlaced { public int Count { get; } } }")]
    [InlineData(Foreign + "namespace Shop.Orders { [DomainEvents.DomainEvent] public partial class OrderPlaced; }")]
    [InlineData(Foreign + "namespace Shop.Orders { [DomainEvent, DomainEvents.DomainEvent] public partial class OrderPlaced; }")]
    [InlineData(Foreign + "namespace Shop.Orders { [DomainEvent] public partial class OrderPlaced : IDomainEvent { public Guid EventId => default; public DateTimeOffset OccurredAt => default; public string EventType => \"order.placed\"; } }")]
    [InlineData("[{|CS0246:{|CS0246:DomainEvnt|}|}] public partial class OrderPlaced;")]
    [InlineData("namespace Shop { [AttributeUsage(AttributeTargets.Property)] public sealed class DomainEventAttribute : Attribute; public partial class Order { [DomainEvent] public int Count { get; } } }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<ForeignAttributeAnalyzer>(), source);

    [Fact]
    public Task Message_names_the_other_attribute() => AnalyzerRunner.VerifyAsync(
        Setups.For<ForeignAttributeAnalyzer>(),
        Foreign + "namespace Shop.Orders { [{|DEVT1006:DomainEvent|}] public partial class OrderPlaced; }",
        new ExpectedDiagnostic("DEVT1006", Message: "'OrderPlaced' bears 'Shop.DomainEventAttribute', so nothing is generated for it; write [DomainEvents.DomainEvent] if it is meant to be an event"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<ForeignAttributeAnalyzer>(), Foreign + "namespace Shop.Orders { [DomainEvent] public partial class OrderPlaced; }");
}
