using DomainEvents.CodeFixes.Refactorings;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Refactorings;

public class RefactoringTests
{
    private const string Event = "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }\n";

    [Fact]
    public Task Class_with_a_copying_constructor_becomes_an_event() => RefactoringRunner.VerifyAsync(
        Setups.ForAll(),
        new ConvertToEventRefactoring(),
        """
        using System.ComponentModel;

        namespace Shop;

        /// <summary>Somebody bought.</summary>
        [Description("bought")]
        public sealed class Order$$Placed // since spring
        {
            public OrderPlaced(string orderId, decimal total, string? memo)
            {
                OrderId = orderId ?? throw new ArgumentNullException(nameof(orderId));
                Total = total;
                Memo = memo;
            }

            public string OrderId { get; }

            public string? Memo { get; }

            public decimal Total { get; private set; }
        }

        public static class Use
        {
            public static object Make() => new OrderPlaced("A-17", 10m, null);
        }
        """,
        """
        using System.ComponentModel;

        namespace Shop;

        /// <summary>Somebody bought.</summary>
        [DomainEvent]
        [Description("bought")]
        public sealed partial class OrderPlaced // since spring
        {
            public string OrderId { get; }

            public string? Memo { get; }

            public decimal Total { get; private set; }
        }

        public static class Use
        {
            public static object Make() => new OrderPlaced("A-17", 10m, null);
        }
        """);

    [Theory]
    [InlineData("public sealed record OrderPlaced$$(string OrderId, decimal Total);", "[DomainEvent]\npublic sealed partial record OrderPlaced(string OrderId, decimal Total);")]
    [InlineData("class $$OrderPlaced;", "[DomainEvent]\npartial class OrderPlaced;")]
    [InlineData("public interface IMessage; public class OrderPlaced$$Event : IMessage { public string OrderId { get; } = \"\"; }", "public interface IMessage; [DomainEvent]\npublic partial class OrderPlacedEvent : IMessage { public string OrderId { get; } = \"\"; }")]
    [InlineData("public abstract class Message { protected Message() { } }\npublic class OrderPlaced$$ : Message { public string OrderId { get; } = \"\"; }", "public abstract class Message { protected Message() { } }\n[DomainEvent]\npublic partial class OrderPlaced : Message { public string OrderId { get; } = \"\"; }")]
    public Task Other_shapes_of_events_are_marked(string before, string after) =>
        RefactoringRunner.VerifyAsync(Setups.ForAll(), new ConvertToEventRefactoring(), before + "\n", after + "\n");

    [Theory]
    [InlineData("[DomainEvent] public partial class Order$$Placed;")]
    [InlineData("public class Order$$Service;")]
    [InlineData("public abstract class Order$$Placed;")]
    [InlineData("public static class Order$$Placed;")]
    [InlineData("public struct Order$$Placed;")]
    [InlineData("public class OrderFailed$$ : Exception;")]
    [InlineData("public class Outer { public class Order$$Placed; }")]
    [InlineData("file class Order$$Placed;")]
    [InlineData("public class Message(string id) { public string Id => id; } public class Order$$Placed() : Message(\"\");")]
    [InlineData("public class OrderPlaced { public $$string OrderId { get; } = \"\"; }")]
    public Task Nothing_is_offered_where_no_event_would_come_of_it(string source) =>
        RefactoringRunner.VerifyNotOfferedAsync(Setups.ForAll(), new ConvertToEventRefactoring(), source);

    [Fact]
    public Task Constructor_that_does_more_stays() => RefactoringRunner.VerifyAsync(
        Setups.For<Analyzers.Rules.MissingHandlerAnalyzer>(),
        new ConvertToEventRefactoring(),
        "public class OrderPlaced$$ { public OrderPlaced(string orderId) { OrderId = orderId.Trim(); } public string OrderId { get; } }\n",
        "[DomainEvent]\npublic partial class OrderPlaced { public OrderPlaced(string orderId) { OrderId = orderId.Trim(); } public string OrderId { get; } }\n");

    [Fact]
    public Task Handler_is_written_for_an_event() => RefactoringRunner.VerifyAsync(
        Setups.ForAll(),
        new AddHandlerRefactoring(),
        """
        namespace Shop;

        [DomainEvent]
        public partial record OrderPlaced$$(string OrderId);
        """,
        """
        namespace Shop;

        [DomainEvent]
        public partial record OrderPlaced(string OrderId);

        public sealed class OrderPlacedHandler : IDomainEventHandler<OrderPlaced>
        {
            public void Handle(OrderPlaced domainEvent)
            {
                throw new NotImplementedException();
            }
        }
        """);

    [Theory]
    [InlineData("public class Order$$Placed;")]
    [InlineData(Event + "public class Order$$PlacedHandler;")]
    [InlineData("[DomainEvent] public partial class Order$$Placed; public class OrderPlacedHandler;")]
    [InlineData("[DomainEvent] public partial class $$Changed<T> { public T After { get; } }")]
    public Task No_handler_is_offered_elsewhere(string source) =>
        RefactoringRunner.VerifyNotOfferedAsync(Setups.ForAll(), new AddHandlerRefactoring(), source);

    [Theory]
    [InlineData("public static class Names { public static string Of() => \"order$$.placed\"; }", "public static class Names { public static string Of() => TestProject.EventTypes.OrderPlaced; }")]
    [InlineData("public static class Names { public const string Placed = /* name */ \"$$order.placed\"; }", "public static class Names { public const string Placed = /* name */ TestProject.EventTypes.OrderPlaced; }")]
    public Task Literal_becomes_the_constant(string before, string after) =>
        RefactoringRunner.VerifyAsync(Setups.ForAll(), new ExtractEventTypeRefactoring(), Event + before, Event + after);

    [Theory]
    [InlineData("public static class Names { public static string Of() => \"order$$.paid\"; }")]
    [InlineData("public static class Names { public static int Of() => 1$$7; }")]
    [InlineData("namespace Other { [DomainEvent(\"order.pla$$ced\", Version = 2)] public partial class OrderPlaced; }")]
    public Task No_constant_is_offered_elsewhere(string source) =>
        RefactoringRunner.VerifyNotOfferedAsync(Setups.ForAll(), new ExtractEventTypeRefactoring(), Event + source);

    [Fact]
    public async Task Nothing_is_offered_without_the_runtime()
    {
        AnalyzerSetup bare = AnalyzerSetup.For();
        await RefactoringRunner.VerifyNotOfferedAsync(bare, new ConvertToEventRefactoring(), "public class Order$$Placed;");
        await RefactoringRunner.VerifyNotOfferedAsync(bare, new ExtractEventTypeRefactoring(), "public static class Names { public static string Of() => \"order$$.placed\"; }");
    }
}
