using DomainEvents.Analyzers.Rules;
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
}
