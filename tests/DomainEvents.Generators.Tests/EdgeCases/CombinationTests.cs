namespace DomainEvents.Generators.Tests.EdgeCases;

/// <summary>Code as users write it, several features at a time, and handlers in every shape: case 68.</summary>
public sealed class CombinationTests
{
    [Fact]
    public void Case68_handlers_of_every_shape_are_called_once() => Assert.Equal(
        "async2 base:Derived dblE explicit nested obsolete privstatic record task vt | dblI",
        Edge.Execute(
            Edge.Project("""
            using DomainEvents; using System; using System.Threading; using System.Threading.Tasks;
            namespace Shop
            {
                public static class Log { public static readonly System.Collections.Generic.List<string> Lines = new(); }
                [DomainEvent] public partial class OrderPlaced { public string Id { get; } }
                public class Explicit : IDomainEventHandler<OrderPlaced> { void IDomainEventHandler<OrderPlaced>.Handle(OrderPlaced e) => Log.Lines.Add("explicit"); }
                public abstract class HandlerBase<T> : IDomainEventHandler<T> where T : IDomainEvent { public void Handle(T e) => Log.Lines.Add("base:" + GetType().Name); }
                public sealed class Derived : HandlerBase<OrderPlaced> { }
                public class Open<T> : IDomainEventHandler<T> where T : IDomainEvent { public void Handle(T e) => Log.Lines.Add("open"); }
                public partial class Outer
                {
                    private sealed class Nested : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Lines.Add("nested"); }
                    [DomainEventHandler] private static void On(OrderPlaced e) => Log.Lines.Add("privstatic");
                }
                public sealed record Record : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Lines.Add("record"); }
                public struct Struct : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Lines.Add("struct"); }
                [Obsolete] public class Old : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Lines.Add("obsolete"); }
                public static class Methods
                {
                    [DomainEventHandler] public static Task Later(OrderPlaced e, CancellationToken token) { Log.Lines.Add("task"); return Task.CompletedTask; }
                    [DomainEventHandler] internal static ValueTask Value(OrderPlaced e) { Log.Lines.Add("vt"); return default; }
                }
                file class Hidden : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced e) => Log.Lines.Add("file"); }
                public class Both : IDomainEventHandler<OrderPlaced>, IAsyncDomainEventHandler<OrderPlaced>
                {
                    public void Handle(OrderPlaced e) => Log.Lines.Add("sync2");
                    public ValueTask HandleAsync(OrderPlaced e, CancellationToken token) { Log.Lines.Add("async2"); return default; }
                }
                public class Twice : IDomainEventHandler<OrderPlaced>, IDomainEventHandler<IDomainEvent>
                {
                    public void Handle(OrderPlaced e) => Log.Lines.Add("dblE");
                    public void Handle(IDomainEvent e) => Log.Lines.Add("| dblI");
                }
            }
            """).WithSuppressed("CS0612"),
            """
            new DomainEvents.DomainEventPublisher().PublishAsync(new Shop.OrderPlaced("a")).AsTask().Wait();
            return string.Join(" ", System.Linq.Enumerable.OrderBy(Shop.Log.Lines, line => line == "| dblI" ? "~" : line, System.StringComparer.Ordinal));
            """));

    [Fact]
    public void Aggregate_file_with_usings_inside_its_namespace_and_values_of_all_sorts() => Assert.Equal(
        "order.placed order.cancelled order.shipped order.paid",
        Edge.Execute(
            Edge.Project("""
            namespace Shop.Orders;
            using DomainEvents; using System.Collections.Immutable; using Key = System.Guid; using static System.Math;
            public enum Kind { Web, Phone }
            public readonly record struct OrderId(Key Value);
            [DomainEvent] public sealed partial record OrderPlaced
            {
                public required OrderId OrderId { get; init; }
                public Kind Kind { get; init; }
                public DateOnly Day { get; init; }
                public ImmutableArray<(string Sku, int Count)> Lines { get; init; }
                [NotDefault] public Key Customer { get; init; }
                public IReadOnlyDictionary<string, List<int>> Totals { get; init; }
                public Kind? Other { get; }
                [NotDefault] public DateOnly? Due { get; init; }
                [NotDefault] public OrderId? Parent { get; }
                public int Rounded => (int)Round(1.4);
            }
            public partial class Order
            {
                [DomainEvent] public sealed partial record Cancelled(OrderId Id, string Reason);
                [DomainEvent] public sealed partial class Shipped { public OrderId Id { get; } }
            }
            public static partial class Events { [DomainEvent] public sealed partial record OrderPaid(decimal Amount); }
            """).WithImplicitUsings(),
            """
            var id = new Shop.Orders.OrderId(System.Guid.NewGuid());
            var placed = new Shop.Orders.OrderPlaced(id, Shop.Orders.Kind.Web, new System.DateOnly(2020, 1, 1), [("a", 1)], id.Value, new Dictionary<string, List<int>>());
            return string.Join(" ", placed.EventType, new Shop.Orders.Order.Cancelled(id, "r").EventType, new Shop.Orders.Order.Shipped(id).EventType, new Shop.Orders.Events.OrderPaid(1).EventType);
            """));

    [Fact]
    public void Handler_whose_services_are_optional_runs_without_a_container() => Assert.Equal("none 3", Edge.Execute(
        """
        using DomainEvents;
        public interface IClock { }
        [DomainEvent] public partial class OrderPlaced { public string Id { get; } }
        public static class Audit
        {
            public static string Log = "";
            [DomainEventHandler] public static void On(OrderPlaced e, IClock? clock = null, int times = 3) => Log += (clock is null ? "none " : "some ") + times;
        }
        """,
        """new DomainEvents.DomainEventPublisher().Publish(new OrderPlaced("a")); return Audit.Log;"""));

    [Fact]
    public void Namespace_and_types_called_like_ours_capture_nothing() => Assert.Equal("order.placed", Edge.Execute(
        """
        using DomainEvents;
        namespace Shop.DomainEvents
        {
            public class Guid { } public class Guard { } public class String { } public class IDomainEvent { } public class ArgumentException { } public class EventStamp { }
            [DomainEvent] public partial class OrderPlaced { public string Id { get; } public Guid Key { get; } public String Text { get; } }
            [DomainEvent] public sealed partial record OrderPaid(string Id, Guid Key, String Text);
        }
        """,
        """return new Shop.DomainEvents.OrderPlaced("a", new(), new()).EventType;"""));

    [Fact]
    public void Events_in_interfaces_and_static_classes_reach_their_handlers() => Assert.Equal("xy", Edge.Execute(
        """
        using DomainEvents;
        namespace Shop
        {
            public partial interface IOrderEvents
            {
                public static string Log = "";
                [DomainEvent] public sealed partial record Placed(string Id);
                class Handler : IDomainEventHandler<Placed> { public void Handle(Placed e) => Log += e.Id; }
            }
            public static partial class Events { [DomainEvent] internal sealed partial record OrderPaid(string Id); }
            internal sealed class Handler : IDomainEventHandler<Events.OrderPaid> { public void Handle(Events.OrderPaid e) => IOrderEvents.Log += e.Id; }
        }
        """,
        """
        var publisher = new DomainEvents.DomainEventPublisher();
        publisher.Publish(new Shop.IOrderEvents.Placed("x"));
        publisher.Publish(new Shop.Events.OrderPaid("y"));
        return Shop.IOrderEvents.Log;
        """));
}
