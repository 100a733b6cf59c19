using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnversionedStreamTests
{
    private const string Types = """
        [DomainEvent(Durable = true)] public partial class OrderPlaced { public string OrderId { get; } }
        [DomainEvent] public partial class OrderSeen { public string OrderId { get; } }

        """;

    private const string Strict = "public static class Setup { public static void Order(OutboxOptions o) => o.Order = StreamOrder.StrictPerStream; }\n";
    private const string Shop = "public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); protected override void OnModelCreating(ModelBuilder m) { Map(m.Entity<Order>()); } static void Map(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<Order> order) { /*MAP*/ } }\n";
    private const string Place = "public void Place() => Raise(new OrderPlaced(Id));";

    [Theory]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id) => work.Raise(new OrderPlaced(id), [|new StreamRef(id)|]); }")]
    [InlineData("public static class M { public static void Enlist(UnitOfWork work, IHasDomainEvents order, string id) => work.Enlist(order, () => [|new StreamRef(\"order-\" + id)|]); }")]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id) { work.Raise(new OrderPlaced(id), [|new(id)|]); } }")]
    [InlineData(Strict + Shop + "public class [|Order|] : AggregateRoot { public string Id { get; set; } = \"\"; " + Place + " }")]
    [InlineData("public static class Setup { public static void Dead(OutboxOptions o) => o.OnDead = DeadMessagePolicy.HaltStream; }\n" + Shop + "public class [|Order|] : AggregateRoot { public string Id { get; set; } = \"\"; public int Version { get; set; } " + Place + " }")]
    public Task Order_without_a_version_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setup(), Types + source, new ExpectedDiagnostic("DEVT1421", DiagnosticSeverity.Info));

    [Theory]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id) => work.Raise(new OrderPlaced(id), new StreamRef(id, 3)); }")]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id) => work.Raise(new OrderPlaced(id)); }")]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id) => work.Raise(new OrderSeen(id), new StreamRef(id)); }")]
    [InlineData("public static class M { public static void Raise(IUnitOfWork work, string id, StreamRef stream) => work.Raise(new OrderPlaced(id), stream); }")]
    [InlineData("public class Shelf { public void Enlist(object o, StreamRef s) { } } public static class M { public static void Do(Shelf shelf) => shelf.Enlist(\"\", new StreamRef(\"\")); }")]
    [InlineData(Shop + "public class Order : AggregateRoot { public string Id { get; set; } = \"\"; " + Place + " }")]
    [InlineData(Strict + Shop + "public class Order : AggregateRoot { public string Id { get; set; } = \"\"; [System.ComponentModel.DataAnnotations.ConcurrencyCheck] public long Version { get; set; } " + Place + " }")]
    [InlineData(Strict + Shop + "public class Order : AggregateRoot { public string Id { get; set; } = \"\"; public void Look() => Raise(new OrderSeen(Id)); }")]
    [InlineData(Strict + "public class Order : AggregateRoot { public string Id { get; set; } = \"\"; " + Place + " }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setup(), Types + source);

    [Theory]
    [InlineData("order.Property(o => o.Version).HasColumnName(\"version\").IsConcurrencyToken();")]
    [InlineData("order.Property<long>(\"Version\").IsConcurrencyToken();")]
    public Task Version_of_the_model_counts(string map) => AnalyzerRunner.VerifyAsync(
        Setup(),
        Types + Strict + Shop.Replace("/*MAP*/", map.Replace(".HasColumnName(\"version\")", "", StringComparison.Ordinal), StringComparison.Ordinal)
            + "public class Order : AggregateRoot { public string Id { get; set; } = \"\"; public long Version { get; set; } " + Place + " }");

    [Fact]
    public Task Tests_are_left_alone() => AnalyzerRunner.VerifyAsync(
        Setup().WithReferences(typeof(FactAttribute).Assembly).WithProject(static project => project.WithSuppressed("CS1701", "CS1702")),
        Types + "public static class M { public static void Raise(IUnitOfWork work, string id) => work.Raise(new OrderPlaced(id), new StreamRef(id)); }");

    private static AnalyzerSetup Setup() => Setups.ForTransactions<UnversionedStreamAnalyzer>();
}
