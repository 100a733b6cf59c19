using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class NoConstructorTests
{
    private const string Key = "DomainEvents.WriteConstructor";

    private const string Entity = "public abstract class Message { protected Message(Guid correlationId) => CorrelationId = correlationId; protected Message(string source, int line) { } public Guid CorrelationId { get; } }\n";

    [Theory]
    [InlineData(Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} { public string OrderId { get; } }")]
    [InlineData(Entity + "[DomainEvent] public abstract partial class {|CS1729:OrderEvent|} : {|DEVT1002:Message|};")]
    [InlineData("public class Closed { private Closed() { } } [DomainEvent] public partial class {|CS0122:OrderPlaced|} : {|DEVT1002:Closed|};")]
    [InlineData("public record Message(Guid CorrelationId) { public Message(string id) : this(Guid.Parse(id)) { } } [DomainEvent] public partial record {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public partial class {|DEVT1002:OrderPlaced|} { public string Id { get; } public int id { get; } }")]
    [InlineData("[DomainEvent] public partial record {|DEVT1002:CategoryMoved|} { public CategoryMoved Previous { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Id { get; } } [DomainEvent] public partial class {|CS7036:{|DEVT1002:OrderReplaced|}|} : OrderPlaced { public new int Id { get; } }")]
    public Task Event_without_a_possible_constructor_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<NoConstructorAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")]
    [InlineData("public abstract class Message { public Guid CorrelationId { get; init; } } [DomainEvent] public partial class OrderPlaced : Message { public string OrderId { get; } }")]
    [InlineData("public abstract class Message { protected Message(Guid correlationId) { } } [DomainEvent] public partial class OrderPlaced : Message { public string OrderId { get; } }")]
    [InlineData("public abstract class Message { protected Message(Guid correlationId) { } } [DomainEvent] public partial class OrderPlaced : Message { public OrderPlaced(string id) : base(Guid.Parse(id)) { } }")]
    [InlineData(Entity + "[DomainEvent] public partial class OrderPlaced : Message { public string OrderId { get; } public OrderPlaced(Guid id, string orderId) : base(id) => OrderId = orderId; }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public decimal Total { get; } }")]
    [InlineData("[DomainEvent] public partial record OrderEvent(string OrderId); [DomainEvent] public partial record OrderPlaced(string OrderId, decimal Total) : OrderEvent(OrderId);")]
    [InlineData("[DomainEvent] public partial record CategoryMoved { public CategoryMoved? Previous { get; init; } }")]
    [InlineData("[DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public string? Id { get; } public int id { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced : {|CS0246:Nowhere|} { public string? OrderId { get; } }")]
    [InlineData("public class Message(Guid id) { public Guid Id => id; } public class Note(Guid id) : Message(id);")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<NoConstructorAnalyzer>(), source);

    [Theory]
    [InlineData(Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|};", "No constructor can be generated for 'OrderPlaced': its base 'Message' has none that it could call, or several to choose from; write the constructor, or implement an interface instead")]
    [InlineData("[DomainEvent] public partial class {|DEVT1002:OrderPlaced|} { public string Id { get; } public int id { get; } }", "No constructor can be generated for 'OrderPlaced': 'Id' and 'id' would be one parameter; rename one of them")]
    [InlineData("[DomainEvent] public partial record {|DEVT1002:CategoryMoved|} { public CategoryMoved Previous { get; } }", "No constructor can be generated for 'CategoryMoved': with 'Previous' as its only parameter it would be the record's copy constructor; use a class or add a member")]
    public Task Message_says_what_stands_in_the_way(string source, string message) =>
        AnalyzerRunner.VerifyAsync(Setups.For<NoConstructorAnalyzer>(), source, new ExpectedDiagnostic("DEVT1002", Message: message));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<NoConstructorAnalyzer>(), Entity + "[DomainEvent] public partial class OrderPlaced : Message;");

    [Fact]
    public Task Fix_writes_the_constructor_behind_the_properties() => CodeFixRunner.VerifyAsync(
        Setups.For<NoConstructorAnalyzer, BaseConstructorFix>(),
        """
        public abstract class Message
        {
            protected Message(Guid correlationId, string source) => Text = $"{correlationId} {source}";

            protected Message(Guid correlationId) => Text = $"{correlationId}";

            public string Text { get; }
        }

        [DomainEvent]
        public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|}
        {
            // The number on the invoice.
            public string OrderId { get; }

            public string? Note { get; }

            public IReadOnlyList<int> Lines { get; }

            public decimal Total => 0;
        }
        """,
        """
        public abstract class Message
        {
            protected Message(Guid correlationId, string source) => Text = $"{correlationId} {source}";

            protected Message(Guid correlationId) => Text = $"{correlationId}";

            public string Text { get; }
        }

        [DomainEvent]
        public partial class OrderPlaced : Message
        {
            // The number on the invoice.
            public string OrderId { get; }

            public string? Note { get; }

            public IReadOnlyList<int> Lines { get; }

            public decimal Total => 0;

            public OrderPlaced(Guid correlationId, string orderId, IReadOnlyList<int> lines, string? note = null) : base(correlationId)
            {
                ArgumentException.ThrowIfNullOrWhiteSpace(orderId);
                ArgumentNullException.ThrowIfNull(lines);
                OrderId = orderId;
                Lines = lines;
                Note = note;
            }
        }
        """,
        Key + "1");

    [Theory]
    [InlineData("[DomainEvent] public partial class {|DEVT1002:OrderPlaced|} { public string Id { get; } public int id { get; } }")]
    [InlineData("public class Closed { private Closed() { } } [DomainEvent] public partial class {|CS0122:OrderPlaced|} : {|DEVT1002:Closed|};")]
    [InlineData(Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} { public new string CorrelationId { get; } public int Line { get; } }")]
    public Task Fix_is_not_offered_where_it_would_not_compile(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<NoConstructorAnalyzer, BaseConstructorFix>(), source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<NoConstructorAnalyzer, BaseConstructorFix>(),
        Entity + """
        [DomainEvent]
        public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|}
        {
            public string OrderId { get; }

            [DomainEvent]
            public partial class {|CS1729:Shipped|} : {|DEVT1002:Message|}
            {
                public string Carrier { get; }
            }
        }
        """,
        Key + "2");

    [Fact]
    public Task Fix_is_offered_for_each_constructor_of_the_base() => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<NoConstructorAnalyzer, BaseConstructorFix>(),
        Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} { public string OrderId { get; } }",
        Key + "1",
        Key + "2");

    [Fact]
    public Task Fix_replaces_a_base_that_only_carries_values_by_an_interface() => CodeFixRunner.VerifyAsync(
        Setups.For<NoConstructorAnalyzer, BaseToInterfaceFix>(),
        """
        namespace Shop;

        public abstract class Message
        {
            protected Message(Guid correlationId, string? source) => (CorrelationId, Source) = (correlationId, source);

            protected Message(Message cause) => CorrelationId = cause.CorrelationId;

            public Guid CorrelationId { get; }

            public string? Source { get; private set; }
        }

        [DomainEvent]
        public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} // by the customer
        {
            // The number on the invoice.
            public string OrderId { get; }
        }

        [DomainEvent]
        public partial class {|CS1729:OrderShipped|} : {|DEVT1002:Message|}, IFormattable
        {
            public string ToString(string? format, IFormatProvider? provider) => $"{CorrelationId}";
        }
        """,
        """
        namespace Shop;

        public abstract class Message
        {
            protected Message(Guid correlationId, string? source) => (CorrelationId, Source) = (correlationId, source);

            protected Message(Message cause) => CorrelationId = cause.CorrelationId;

            public Guid CorrelationId { get; }

            public string? Source { get; private set; }
        }

        [DomainEvent]
        public partial class OrderPlaced : IMessage // by the customer
        {
            public Guid CorrelationId { get; }

            public string? Source { get; }

            // The number on the invoice.
            public string OrderId { get; }
        }

        [DomainEvent]
        public partial class OrderShipped : IMessage, IFormattable
        {
            public Guid CorrelationId { get; }

            public string? Source { get; }

            public string ToString(string? format, IFormatProvider? provider) => $"{CorrelationId}";
        }

        public interface IMessage
        {
            Guid CorrelationId { get; }

            string? Source { get; }
        }
        """);

    [Theory]
    [InlineData(Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|}; public static class Log { public static void Write(Message message) { } }")]
    [InlineData(Entity + "[DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|} { public new Guid CorrelationId { get; } }")]
    [InlineData(Entity + "public interface IMessage; [DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|};")]
    [InlineData("public abstract class Message { protected Message(int a) { } protected Message(string b) { } public Guid Id { get; } = Guid.NewGuid(); } [DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|};")]
    [InlineData("public abstract class Message { protected Message(int a) { } protected Message(string b) { } public Guid Id { get; } public void Send() { } } [DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|};")]
    [InlineData("public abstract class Message : IFormattable { protected Message(int a) { } protected Message(string b) { } public Guid Id { get; } public string ToString(string? f, IFormatProvider? p) => \"\"; } [DomainEvent] public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|};")]
    public Task Fix_keeps_a_base_that_is_needed(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<NoConstructorAnalyzer, BaseToInterfaceFix>(), source);

    [Fact]
    public Task Fix_of_all_bases_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<NoConstructorAnalyzer, BaseToInterfaceFix>(),
        Entity + """
        [DomainEvent]
        public partial class {|CS1729:OrderPlaced|} : {|DEVT1002:Message|}
        {
            public string OrderId { get; }

            [DomainEvent]
            public partial class {|CS1729:Shipped|} : {|DEVT1002:Message|};
        }
        """);
}
