using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class NotSerializableTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Action {|DEVT1204:Callback|} { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(System.IO.Stream {|DEVT1204:Content|}, Task<int>? {|DEVT1204:Result|});")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(System.IO.MemoryStream {|DEVT1204:Content|}, CancellationToken {|DEVT1204:Token|});")]
    [InlineData("[DomainEvent(External = true)] public partial class OrderFailed { public Exception {|DEVT1204:Error|} { get; } }")]
    [InlineData("public interface IPrice { } [DomainEvent(Durable = true)] public partial class OrderPlaced { public IPrice {|DEVT1204:Price|} { get; } }")]
    public Task Value_that_cannot_be_written_is_reported(string source) => AnalyzerRunner.VerifyAsync(Setups.For<NotSerializableAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent(Durable = true)] public partial class OrderPlaced { public string OrderId { get; } public IReadOnlyList<int> Lines { get; } public IDictionary<string, int>? Counts { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderFailed { public Exception Error { get; } public IFormattable? Value { get; } }")]
    [InlineData("[DomainEvent(Durable = true)] public partial class OrderPlaced { [System.Text.Json.Serialization.JsonIgnore] public Action? Callback { get; } }")]
    [InlineData("[DomainEvent(Durable = true)] public sealed partial record OrderPlaced([property: System.Text.Json.Serialization.JsonIgnore] Action? Callback);")]
    [InlineData("[System.Text.Json.Serialization.JsonDerivedType(typeof(Price))] public interface IPrice { } public class Price : IPrice { } [DomainEvent(Durable = true)] public partial class OrderPlaced { public IPrice Price { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { private readonly Action? _callback = null; public void Call() => _callback?.Invoke(); public Action? Again => _callback; }")]
    [InlineData("public class Order { public Action? Callback { get; } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<NotSerializableAnalyzer>(), source);

    [Theory]
    [InlineData("", DiagnosticSeverity.Warning)]
    [InlineData("(External = true)", DiagnosticSeverity.Warning)]
    [InlineData("(Durable = true)", DiagnosticSeverity.Error)]
    public Task Severity_depends_on_where_the_event_goes(string arguments, DiagnosticSeverity severity) => AnalyzerRunner.VerifyAsync(
        Setups.For<NotSerializableAnalyzer>(),
        $"[DomainEvent{arguments}] public partial class OrderPlaced {{ public Action {{|DEVT1204:Callback|}} {{ get; }} }}",
        new ExpectedDiagnostic("DEVT1204", severity, "'Callback' of the event 'OrderPlaced' is of type 'Action', which cannot be stored or sent; carry its content instead, or ignore it with [JsonIgnore]"));
}
