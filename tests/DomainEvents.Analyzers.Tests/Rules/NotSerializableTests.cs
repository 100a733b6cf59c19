using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
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

    [Fact]
    public Task Fix_keeps_the_value_out_of_json() => CodeFixRunner.VerifyAsync(
        Setups.For<NotSerializableAnalyzer, IgnoreValueFix>(),
        """
        using System.Text.Json.Serialization;

        [DomainEvent(Durable = true)]
        public sealed partial record OrderPlaced(string OrderId, /* optional */ Action? {|DEVT1204:Callback|})
        {
            // The invoice.
            [Obsolete("old")]
            public System.IO.Stream? {|DEVT1204:Content|} { get; init; }
        }

        [DomainEvent]
        public partial class OrderShipped
        {
            public required CancellationToken {|DEVT1204:Token|};
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", null);
        }
        """,
        """
        using System.Text.Json.Serialization;

        [DomainEvent(Durable = true)]
        public sealed partial record OrderPlaced(string OrderId, /* optional */ [property: JsonIgnore] Action? Callback)
        {
            // The invoice.
            [JsonIgnore]
            [Obsolete("old")]
            public System.IO.Stream? Content { get; init; }
        }

        [DomainEvent]
        public partial class OrderShipped
        {
            [JsonIgnore]
            public required CancellationToken Token;
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", null);
        }
        """,
        IgnoreValueFix.IgnoreKey);

    [Fact]
    public Task Fix_removes_a_value_that_nothing_uses() => CodeFixRunner.VerifyAsync(
        Setups.For<NotSerializableAnalyzer, IgnoreValueFix>(),
        """
        [DomainEvent]
        public sealed partial record OrderPlaced(Action {|DEVT1204:Callback|}, string OrderId, Task {|DEVT1204:Work|});

        [DomainEvent]
        public partial class OrderShipped
        {
            public CancellationToken {|DEVT1204:Token|} { get; }

            public string OrderId { get; }
        }
        """,
        """
        [DomainEvent]
        public sealed partial record OrderPlaced(string OrderId);

        [DomainEvent]
        public partial class OrderShipped
        {
            public string OrderId { get; }
        }
        """,
        IgnoreValueFix.RemoveKey);

    [Theory]
    [InlineData("[DomainEvent(Durable = true)] public partial class OrderPlaced { public Action {|DEVT1204:Callback|} { get; } }", IgnoreValueFix.RemoveKey)]
    [InlineData("[DomainEvent(Durable = true)] public partial class OrderPlaced { public Action {|DEVT1204:Callback|} { get; } } public static class Shop { public static OrderPlaced M() => new(() => { }); }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Action {|DEVT1204:Callback|} { get; } } public static class Shop { public static void M(OrderPlaced placed) => placed.Callback(); }", IgnoreValueFix.IgnoreKey)]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Action? {|DEVT1204:First|}, {|DEVT1204:Last|}; }")]
    public Task Fix_is_offered_only_where_the_event_can_still_be_read(string source, params string[] offered) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<NotSerializableAnalyzer, IgnoreValueFix>(), source, offered);

    [Theory]
    [InlineData(IgnoreValueFix.IgnoreKey)]
    [InlineData(IgnoreValueFix.RemoveKey)]
    public Task Fix_all_equals_the_fixes_one_by_one(string key) => FixAllRunner.VerifyAsync(
        Setups.For<NotSerializableAnalyzer, IgnoreValueFix>(),
        """
        [DomainEvent]
        public sealed partial record OrderPlaced(Action {|DEVT1204:Callback|}, Task {|DEVT1204:Work|}, string OrderId)
        {
            [DomainEvent]
            public partial class Shipped
            {
                public CancellationToken {|DEVT1204:Token|} { get; }

                public Action? {|DEVT1204:Done|} { get; }
            }
        }
        """,
        key);

    [Fact]
    public Task Option_adds_types_that_can_be_written() => AnalyzerRunner.VerifyAsync(
        Setups.For<NotSerializableAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1204.serializable_types = Shop.IPrice\n")),
        "namespace Shop; public interface IPrice { } public interface IEuro : IPrice { } public interface IText { } [DomainEvent(Durable = true)] public sealed partial record OrderPlaced(IPrice Price, IEuro Euro, IText {|DEVT1204:Text|});");
}
