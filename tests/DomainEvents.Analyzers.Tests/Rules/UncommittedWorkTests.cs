using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UncommittedWorkTests
{
    private const string Types = """
        [DomainEvent] public partial class OrderShipped { public string OrderId { get; } }
        public class Order : AggregateRoot { public string Id { get; set; } = ""; public void Ship() => Raise(new OrderShipped(Id)); }
        public class Shop : DbContext { public DbSet<Order> Orders => Set<Order>(); }

        """;

    [Theory]
    [InlineData("async Task M(DbConnection c, Order o) { await using var {|DEVT1403:work|} = await units.BeginAsync(c); work.Enlist(o); o.Ship(); }")]
    [InlineData("void M(DbConnection c) { using (IUnitOfWork {|DEVT1403:work|} = units.Begin(c)) { work.Raise(new OrderShipped(\"1\")); } }")]
    [InlineData("async Task M(DbConnection c, DbCommand d, DomainEventPublisher p) { await using var {|DEVT1403:work|} = await UnitOfWork.BeginAsync(c, p).ConfigureAwait(false); d.Transaction = work.Transaction; await d.ExecuteNonQueryAsync(); }")]
    [InlineData("void M(DbTransaction t, DomainEventPublisher p) { var {|DEVT1403:work|} = new UnitOfWork(t, p); work.Raise(new OrderShipped(\"1\")); work.Dispose(); }")]
    [InlineData("async Task M(Order o) { o.Ship(); db.Add(o); {|DEVT1403:o.DomainEvents.Clear()|}; await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(string id) { var o = await db.Orders.FirstAsync(x => x.Id == id); o.Ship(); if (id.Length > 1) { {|DEVT1403:o.DomainEvents.Clear()|}; } await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(DbConnection c, Order o) { await using var work = await units.BeginAsync(c); work.Enlist(o); {|DEVT1403:o.DomainEvents.Clear()|}; await work.CommitAsync(); }")]
    public Task Events_that_no_commit_publishes_are_reported(string member) =>
        AnalyzerRunner.VerifyAsync(Setup(), Source(member), new ExpectedDiagnostic("DEVT1403", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("async Task M(DbConnection c, Order o) { await using var work = await units.BeginAsync(c); work.Enlist(o); o.Ship(); await work.CommitAsync(); }")]
    [InlineData("async Task M(DbConnection c, Order o) { await using var work = await units.BeginAsync(c); work.Enlist(o); if (o.Id.Length == 0) { return; } o.Ship(); await work.CommitAsync(); }")]
    [InlineData("async Task M(DbConnection c) { await using var work = await units.BeginAsync(c); await DoAsync(work); } Task DoAsync(IUnitOfWork work) => work.CommitAsync();")]
    [InlineData("async Task<IUnitOfWork> M(DbConnection c) { var work = await units.BeginAsync(c); return work; }")]
    [InlineData("IUnitOfWork? _work; void M(DbConnection c) { var work = units.Begin(c); _work = work; _work?.Dispose(); }")]
    [InlineData("void M(DbConnection c) { using var work = units.Begin(c); work.Raise(new OrderShipped(\"1\")); work.Rollback(); }")]
    [InlineData("void M(DbConnection c) { using var work = units.Begin(c); Action commit = () => work.Commit(); commit(); }")]
    [InlineData("void M(DbConnection c) { using var work = c.BeginTransaction(); }")]
    [InlineData("async Task M() { var o = new Order(); o.DomainEvents.Clear(); db.Add(o); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { o.Ship(); var events = o.DomainEvents.ToList(); o.DomainEvents.Clear(); await db.SaveChangesAsync(); Console.WriteLine(events.Count); }")]
    [InlineData("async Task M(Order o) { o.Ship(); await db.SaveChangesAsync(); o.DomainEvents.Clear(); await db.SaveChangesAsync(); }")]
    [InlineData("async Task M(Order o) { o.Ship(); await db.SaveChangesAsync(); o.DomainEvents.Clear(); }")]
    [InlineData("async Task M(Order o) { o.DomainEvents.Clear(); o.Ship(); await db.SaveChangesAsync(); }")]
    [InlineData("class Chat { public List<string> DomainEvents { get; } = []; public void Say() { } } async Task M(Chat o) { o.Say(); o.DomainEvents.Clear(); await db.SaveChangesAsync(); }")]
    public Task Anything_else_is_left_alone(string member) => AnalyzerRunner.VerifyAsync(Setup(), Source(member));

    [Fact]
    public Task Message_says_the_way_out() => AnalyzerRunner.VerifyAsync(
        Setup(),
        Source("void M(DbConnection c) { using var {|#0:work|} = units.Begin(c); } void N(Order o) { o.Ship(); {|#1:o.DomainEvents.Clear()|}; db.SaveChanges(); }"),
        new ExpectedDiagnostic("DEVT1403", Marker: 0, Message: "'work' publishes no event: nothing commits it, and what is not committed is rolled back when it is disposed of; call CommitAsync"),
        new ExpectedDiagnostic("DEVT1403", Marker: 1, Message: "'o' publishes no event: its events are cleared before 'SaveChanges' looks for them; remove the call, because the commit takes them off"));

    [Fact]
    public Task Fix_commits_at_the_end_of_the_block() => CodeFixRunner.VerifyAsync(
        Fix(),
        Source("""

                async Task M(DbConnection c, Order o, CancellationToken token)
                {
                    await using var [|work|] = await units.BeginAsync(c, cancellationToken: token);
                    work.Enlist(o);
                    o.Ship(); // raises
                }

                int N(DbConnection c)
                {
                    var count = 1;
                    using (var [|work|] = units.Begin(c))
                    {
                    }

                    using var [|more|] = units.Begin(c);
                    return count;
                }

            """),
        Source("""

                async Task M(DbConnection c, Order o, CancellationToken token)
                {
                    await using var work = await units.BeginAsync(c, cancellationToken: token);
                    work.Enlist(o);
                    o.Ship(); // raises
                    await work.CommitAsync(token);
                }

                int N(DbConnection c)
                {
                    var count = 1;
                    using (var work = units.Begin(c))
                    {
                        work.Commit();
                    }

                    using var more = units.Begin(c);
                    more.Commit();
                    return count;
                }

            """),
        "DomainEvents.CommitWork");

    [Fact]
    public Task Fix_keeps_the_events() => CodeFixRunner.VerifyAsync(
        Fix(),
        Source("""

                void M(Order o)
                {
                    o.Ship();
                    [|o.DomainEvents.Clear()|];
                    db.SaveChanges();
                }

            """),
        Source("""

                void M(Order o)
                {
                    o.Ship();
                    db.SaveChanges();
                }

            """));

    [Theory]
    [InlineData("int M(DbConnection c) { using var [|work|] = units.Begin(c); return Count(); } int Count() => 1;")]
    [InlineData("void M(DbConnection c) { using var [|work|] = units.Begin(c); throw new NotSupportedException(); }")]
    public Task Fix_is_not_offered_where_the_end_is_not_reached(string member) => CodeFixRunner.VerifyOfferedAsync(Fix(), Source(member));

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Source("void M(DbConnection c) { using var [|work|] = units.Begin(c); work.Raise(new OrderShipped(\"1\")); } void N(DbConnection c) { using var [|work|] = units.Begin(c); work.Raise(new OrderShipped(\"1\")); }"),
        "DomainEvents.CommitWork");

    private static AnalyzerSetup Setup() => Setups.ForTransactions<UncommittedWorkAnalyzer>();

    private static CodeFixSetup Fix() => new(Setup(), new CommitWorkFix());

    private static string Source(string member) => Types + "public class Orders(Shop db, UnitOfWorkFactory units) { " + member + " object All => new object[] { db, units }; }";
}
