using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EntityInEventTests
{
    private const string Entities = """

        public class Order : DomainEvents.Persistence.AggregateRoot { public string Id { get; } = ""; }
        public class Customer { public string Id { get; } = ""; }
        public readonly record struct OrderId(Guid Value);
        public sealed record Address(string City);
        public enum Status { Open }
        public class ShopContext : Microsoft.EntityFrameworkCore.DbContext { public Microsoft.EntityFrameworkCore.DbSet<Customer> Customers => null!; }

        namespace Microsoft.EntityFrameworkCore { public class DbContext { } public class DbSet<T> { } }
        """;

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Order {|DEVT1205:Order|} { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(Customer? {|DEVT1205:Customer|}, IReadOnlyList<Order> {|DEVT1205:Orders|});")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Order[] {|DEVT1205:Orders|} { get; init; } }")]
    public Task Entity_in_an_event_is_reported(string source) => AnalyzerRunner.VerifyAsync(Setups.For<EntityInEventAnalyzer>(), source + Entities);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public OrderId OrderId { get; } public string CustomerId { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(Address Address, Status Status, IReadOnlyList<Address> More);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { private readonly Order? _order = null; public string? Id => _order?.Id; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [System.Text.Json.Serialization.JsonIgnore] public Order? Order { get; } }")]
    [InlineData("public class Basket { public Order? Order { get; } public Customer? Customer { get; } }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<EntityInEventAnalyzer>(), source + Entities);

    [Theory]
    [InlineData("", DiagnosticSeverity.Info)]
    [InlineData("(Durable = true)", DiagnosticSeverity.Warning)]
    public Task Severity_depends_on_where_the_event_goes(string arguments, DiagnosticSeverity severity) => AnalyzerRunner.VerifyAsync(
        Setups.For<EntityInEventAnalyzer>(),
        $"[DomainEvent{arguments}] public partial class OrderPlaced {{ public Order {{|DEVT1205:Order|}} {{ get; }} }}" + Entities,
        new ExpectedDiagnostic("DEVT1205", severity, "'Order' of the event 'OrderPlaced' is the entity 'Order' itself; carry its id and the values that the handlers need"));

    [Fact]
    public Task Fix_carries_the_id() => CodeFixRunner.VerifyAsync(
        Setups.For<EntityInEventAnalyzer, CarryIdFix>(),
        Project("""
        [DomainEvent]
        public partial class OrderPlaced
        {
            // who
            public Customer {|DEVT1205:Customer|} { get; }

            public decimal Total { get; }
        }

        [DomainEvent]
        public sealed partial record CustomerMoved(/* who */ Customer {|DEVT1205:Customer|}, string City);
        """, """
        public static class Shop
        {
            public static void Place(Customer who, IDomainEventPublisher bus)
            {
                bus.Publish(new OrderPlaced(who, total: 1m));
                bus.Publish(new CustomerMoved(City: "Ulm", Customer: who));
            }

            public static string Read(OrderPlaced placed, CustomerMoved moved) => placed.Customer.Id + moved.Customer.Id.Trim();
        }
        """),
        Project("""
        [DomainEvent]
        public partial class OrderPlaced
        {
            // who
            public string CustomerId { get; }

            public decimal Total { get; }
        }

        [DomainEvent]
        public sealed partial record CustomerMoved(/* who */ string CustomerId, string City);
        """, """
        public static class Shop
        {
            public static void Place(Customer who, IDomainEventPublisher bus)
            {
                bus.Publish(new OrderPlaced(who.Id, total: 1m));
                bus.Publish(new CustomerMoved(City: "Ulm", CustomerId: who.Id));
            }

            public static string Read(OrderPlaced placed, CustomerMoved moved) => placed.CustomerId + moved.CustomerId.Trim();
        }
        """));

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Customer {|DEVT1205:Customer|} { get; } } public static class Shop { public static string M(OrderPlaced placed) => placed.Customer.ToString()!; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Customer {|DEVT1205:Customer|} { get; } public string CustomerId { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public Customer? {|DEVT1205:Customer|} { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public IReadOnlyList<Customer> {|DEVT1205:Customers|} { get; } }")]
    public Task Fix_is_not_offered_where_the_entity_is_needed(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<EntityInEventAnalyzer, CarryIdFix>(), source + Entities);

    private static TestProject Project(string events, string shop) => Setups.For<EntityInEventAnalyzer>().ProjectOf(events, shop, Entities);

    [Fact]
    public Task Option_adds_bases_of_entities() => AnalyzerRunner.VerifyAsync(
        Setups.For<EntityInEventAnalyzer>().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1205.entity_types = Shop.Entity\n")),
        "namespace Shop; public abstract class Entity { } public class Order : Entity { } public class Address { } [DomainEvent] public sealed partial record OrderPlaced(Order {|DEVT1205:Order|}, Address Address);");
}
