using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class BulkChangeTests
{
    private const string Types = """
        [DomainEvent] public partial class OrderShipped { public string OrderId { get; } }
        public class Order : AggregateRoot { public string Id { get; set; } = ""; public void Ship() => Raise(new OrderShipped(Id)); }
        public class RushOrder : Order { public int Hours { get; set; } }
        public class Parcel : IHasDomainEvents { public string Id { get; set; } = ""; public DomainEventBuffer DomainEvents { get; } = new(); public void Send() => DomainEvents.Raise(new OrderShipped(Id)); }
        public class Label : AggregateRoot { public string Id { get; set; } = ""; }
        public class Row { public string Id { get; set; } = ""; }

        """;

    [Theory]
    [InlineData("Task<int> M() => db.Set<Order>().[|ExecuteDeleteAsync|]();")]
    [InlineData("int M(string id) => db.Set<RushOrder>().Where(o => o.Id == id).[|ExecuteUpdate|](s => s.SetProperty(o => o.Hours, 1));")]
    [InlineData("async Task M(IQueryable<Parcel> old, CancellationToken t) { if (await old.AnyAsync(t)) { await old.[|ExecuteDeleteAsync|](t); } }")]
    public Task Change_past_an_aggregate_is_reported(string member) =>
        AnalyzerRunner.VerifyAsync(Setup(), Source(member), new ExpectedDiagnostic("DEVT1422", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("Task<int> M() => db.Set<Row>().ExecuteDeleteAsync();")]
    [InlineData("Task<int> M() => db.Set<Label>().ExecuteDeleteAsync();")]
    [InlineData("async Task M(string id) { var o = await db.Set<Order>().FirstAsync(x => x.Id == id); o.Ship(); await db.SaveChangesAsync(); }")]
    [InlineData("class Queue<T> { public void ExecuteDelete() { } } void M(Queue<Order> q) => q.ExecuteDelete();")]
    [InlineData("Task<int> M() => db.Set<Order>().Select(o => new Row { Id = o.Id }).ExecuteDeleteAsync();")]
    public Task Anything_else_is_left_alone(string member) => AnalyzerRunner.VerifyAsync(Setup(), Source(member));

    [Theory]
    [InlineData("public class Order : AggregateRoot { public string Id { get; set; } = \"\"; }", true)]
    [InlineData("public abstract class Entity : AggregateRoot { } public class Order : Entity { public string Id { get; set; } = \"\"; }", false)]
    public async Task Aggregate_without_a_source_counts_where_it_says_so_itself(string library, bool isReported)
    {
        AnalyzerSetup setup = Setup();
        GeneratorResult built = GeneratorRunner.Run([], setup.ProjectOf(library).WithAssemblyName("Domain"), GeneratorChecks.None);
        string call = isReported ? "[|ExecuteDeleteAsync|]" : "ExecuteDeleteAsync";

        await AnalyzerRunner.VerifyAsync(
            setup.WithProject(project => project.WithLibrary(built, asImage: true)),
            "public static class Purge { public static Task<int> M(DbContext db) => db.Set<Order>()." + call + "(); }");
    }

    [Fact]
    public Task Tests_are_left_alone() => AnalyzerRunner.VerifyAsync(
        Setup().WithReferences(typeof(FactAttribute).Assembly).WithProject(static project => project.WithSuppressed("CS1701", "CS1702")),
        Source("Task<int> M() => db.Set<Order>().ExecuteDeleteAsync();"));

    private static AnalyzerSetup Setup() => Setups.ForTransactions<BulkChangeAnalyzer>();

    private static string Source(string member) => Types + "public class Orders(DbContext db) { " + member + " object All => db; }";
}
