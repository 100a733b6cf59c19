using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EarlyPublishTests
{
    private const string Types = """
        [DomainEvent] public partial class OrderShipped { public string OrderId { get; } }
        [DomainEvent] public partial class OrderShipping { public string OrderId { get; } }
        [DomainEvent(Durable = true)] public partial class OrderBilled { public string OrderId { get; } }
        public class Order { public string Id { get; set; } = ""; public string State { get; set; } = ""; public void Ship() => State = "shipped"; public void Validate() { } }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }
        public interface IOrderRepository { Task<Order> GetAsync(string id); void Add(Order order); }
        public interface IUnitOfWorkOfShop { Task CommitAsync(CancellationToken token); }
        public interface IShopUnitOfWork { Task<int> SaveChangesAsync(CancellationToken token = default); }
        public interface ISession { void Commit(); }

        """;

    [Theory]
    [InlineData("async Task M(Order o) { db.Orders.Add(o); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await db.SaveChangesAsync(); }")]
    [InlineData("void M(Order o) { db.Update(o); bus.[|Publish|](new OrderShipped(o.Id)); db.SaveChanges(); }")]
    [InlineData("async Task M(string id) { var o = await db.Orders.FindAsync(id); o!.Ship(); var e = new OrderShipped(o.Id); bus.[|Publish|](e); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(string id) { var o = await db.Orders.FirstAsync(x => x.Id == id); o.State = \"shipped\"; if (id.Length > 3) { await bus.[|PublishAsync|](new OrderShipped(o.Id)); } await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { await using var t = await db.Database.BeginTransactionAsync(); db.Add(o); await db.SaveChangesAsync(); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await t.CommitAsync(); }")]
    [InlineData("async Task M(string id, CancellationToken t) { var o = await orders.GetAsync(id); o.Ship(); await bus.[|PublishAsync|](new OrderShipped(id), t); await own.SaveChangesAsync(t); }")]
    [InlineData("void M(DbConnection c, string id) { using var t = c.BeginTransaction(); using var command = c.CreateCommand(); command.ExecuteNonQuery(); bus.[|Publish|](new OrderShipped(id)); t.Commit(); }")]
    [InlineData("async Task M(DbConnection c, Order o) { await using var work = await units.BeginAsync(c); work.Raise(new OrderBilled(o.Id)); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await work.CommitAsync(); }")]
    [InlineData("async Task M(List<Order> all) { foreach (var o in all) { db.Remove(o); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await db.SaveChangesAsync(); } }")]
    [InlineData("void M(DbCommand c, string id) { using var scope = new System.Transactions.TransactionScope(); c.ExecuteNonQuery(); bus.[|PublishBatch|]([new OrderShipped(id), new OrderShipped(id)]); scope.Complete(); }")]
    [InlineData("Task M(Order o) => db.Database.CreateExecutionStrategy().ExecuteAsync(async () => { await using var t = await db.Database.BeginTransactionAsync(); db.Add(o); await db.SaveChangesAsync(); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await t.CommitAsync(); });")]
    public Task Publish_before_the_commit_is_reported(string member) =>
        AnalyzerRunner.VerifyAsync(Setup(), Source(member), new ExpectedDiagnostic("DEVT1402", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("async Task M(Order o) { db.Orders.Add(o); await db.SaveChangesAsync(); await bus.PublishAsync(new OrderShipped(o.Id)); }")]
    [InlineData("async Task M(Order o) { await using var t = await db.Database.BeginTransactionAsync(); db.Add(o); await db.SaveChangesAsync(); await t.CommitAsync(); await bus.PublishAsync(new OrderShipped(o.Id)); }")]
    [InlineData("async Task M(List<Order> all) { foreach (var o in all) { o.Ship(); await db.SaveChangesAsync(); await bus.PublishAsync(new OrderShipped(o.Id)); } }")]
    [InlineData("async Task M(List<Order> all) { foreach (var o in all) { db.Add(o); await db.SaveChangesAsync(); await bus.PublishAsync(new OrderShipped(o.Id)); } }")]
    [InlineData("async Task M(Order o) { db.Add(o); await bus.PublishAsync(new OrderShipping(o.Id)); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { await bus.PublishAsync(new OrderShipped(o.Id)); db.Add(o); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o, List<IDomainEvent> events) { db.Add(o); foreach (var e in events) { await bus.PublishAsync(e); } await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { db.Add(o); await db.SaveChangesAsync(); await bus.PublishAsync(new OrderShipped(o.Id)); o.State = \"told\"; db.Update(o); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { db.Add(o); try { await db.SaveChangesAsync(); } catch (DbUpdateException) { await bus.PublishAsync(new OrderShipped(o.Id)); await db.SaveChangesAsync(); } }")]
    [InlineData("async Task M(Order o) { if (o.Id.Length == 0) { await bus.PublishAsync(new OrderShipped(o.Id)); return; } db.Add(o); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { db.Add(o); if (o.Id.Length == 0) { await bus.PublishAsync(new OrderShipped(o.Id)); return; } await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { db.Add(o); Func<Task> later = async () => await bus.PublishAsync(new OrderShipped(o.Id)); await db.SaveChangesAsync(); await later(); }")]
    [InlineData("async Task M(string id) { var o = await orders.GetAsync(id); o.Validate(); await bus.PublishAsync(new OrderShipped(id)); await own.SaveChangesAsync(); }")]
    [InlineData("async Task M(DbCommand c, string id) { await c.ExecuteNonQueryAsync(); await bus.PublishAsync(new OrderShipped(id)); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { db.Add(o); await bus.PublishAsync(new OrderBilled(o.Id)); await db.SaveChangesAsync(); }")]
    [InlineData("void M(List<Order> list, ISession session, Order o) { list.Add(o); bus.Publish(new OrderShipped(o.Id)); session.Commit(); }")]
    [InlineData("async Task M(DbConnection c, Order o) { await using var work = await units.BeginAsync(c); work.Raise(new OrderShipped(o.Id)); await work.CommitAsync(); }")]
    public Task Anything_else_is_left_alone(string member) => AnalyzerRunner.VerifyAsync(Setup(), Source(member));

    [Fact]
    public Task Types_that_commit_can_be_added() => AnalyzerRunner.VerifyAsync(
        Setup().WithProject(static project => project.WithEditorConfig("[*.cs]\ndotnet_code_quality.DEVT1402.commit_types = ISession\n")),
        Source("void M(ISession session, IOrderRepository all, Order o) { all.Add(o); bus.[|Publish|](new OrderShipped(o.Id)); session.Commit(); }"));

    [Fact]
    public Task Tests_are_left_alone() => AnalyzerRunner.VerifyAsync(
        Setup().WithReferences(typeof(FactAttribute).Assembly).WithProject(static project => project.WithSuppressed("CS1701", "CS1702")),
        Source("void M(Order o) { db.Update(o); bus.Publish(new OrderShipped(o.Id)); db.SaveChanges(); }"));

    [Fact]
    public Task Top_level_statements_are_looked_at() => AnalyzerRunner.VerifyAsync(
        Setup().WithProject(static project => project.AsExecutable()),
        """
        await using var db = new Shop();
        using var bus = new DomainEventPublisher();
        db.Add(new Order());
        bus.[|Publish|](new OrderShipped("1"));
        await db.SaveChangesAsync();

        """ + Types);

    [Fact]
    public Task Fix_moves_the_publish_behind_the_commit() => CodeFixRunner.VerifyAsync(
        new(Setup(), new PublishAfterCommitFix()),
        Source("""

                async Task M(Order o, CancellationToken token)
                {
                    db.Orders.Add(o);

                    // Tell the others.
                    await bus.[|PublishAsync|](new OrderShipped(o.Id), token);
                    Console.WriteLine(o.Id);
                    await db.SaveChangesAsync(token); // now
                    Console.WriteLine();
                }

            """),
        Source("""

                async Task M(Order o, CancellationToken token)
                {
                    db.Orders.Add(o);
                    Console.WriteLine(o.Id);
                    await db.SaveChangesAsync(token); // now

                    // Tell the others.
                    await bus.PublishAsync(new OrderShipped(o.Id), token);
                    Console.WriteLine();
                }

            """));

    [Fact]
    public Task Fix_does_not_move_over_the_end_of_a_block() => CodeFixRunner.VerifyOfferedAsync(
        new(Setup(), new PublishAfterCommitFix()),
        Source("async Task<int> M(Order o) { db.Orders.Add(o); await bus.[|PublishAsync|](new OrderShipped(o.Id)); return await db.SaveChangesAsync(); }"));

    [Fact]
    public Task Fix_has_the_unit_of_work_raise_the_event() => CodeFixRunner.VerifyAsync(
        new(Setup(), new RaiseInsteadFix()),
        Source("""

                async Task M(DbConnection c, Order o)
                {
                    await using var work = await units.BeginAsync(c);
                    work.Raise(new OrderBilled(o.Id));
                    await bus.[|PublishAsync|](new OrderShipped(o.Id)).ConfigureAwait(false); // told
                    await work.CommitAsync();
                }

            """),
        Source("""

                async Task M(DbConnection c, Order o)
                {
                    await using var work = await units.BeginAsync(c);
                    work.Raise(new OrderBilled(o.Id));
                    work.Raise(new OrderShipped(o.Id)); // told
                    await work.CommitAsync();
                }

            """));

    [Theory]
    [InlineData("async Task M(Order o) { db.Orders.Add(o); await bus.[|PublishAsync|](new OrderShipped(o.Id)); await db.SaveChangesAsync(); }")]
    [InlineData("void M(DbConnection c, DbConnection d, Order o) { using var a = units.Begin(c); using var b = units.Begin(d); a.Raise(new OrderBilled(o.Id)); bus.[|Publish|](new OrderShipped(o.Id)); a.Commit(); b.Commit(); }")]
    [InlineData("void M(DbConnection c, Order o) { using var a = units.Begin(c); a.Raise(new OrderBilled(o.Id)); bus.[|PublishBatch|]([new OrderShipped(o.Id)]); a.Commit(); }")]
    public Task Raising_is_not_offered_where_it_is_not_sure_by_what(string member) =>
        CodeFixRunner.VerifyOfferedAsync(new(Setup(), new RaiseInsteadFix()), Source(member));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        new(Setup(), new RaiseInsteadFix()),
        Source("void M(DbConnection c, Order o) { using var work = units.Begin(c); work.Raise(new OrderBilled(o.Id)); bus.[|Publish|](new OrderShipped(o.Id)); bus.[|Publish|](new OrderShipped(\"2\")); work.Commit(); }"));

    private static AnalyzerSetup Setup() => Setups.ForTransactions<EarlyPublishAnalyzer>();

    private static string Source(string member) => Types
        + "public class Orders(Shop db, IDomainEventPublisher bus, UnitOfWorkFactory units, IOrderRepository orders, IShopUnitOfWork own) { "
        + member + " object All => new object[] { db, bus, units, orders, own }; }";
}
