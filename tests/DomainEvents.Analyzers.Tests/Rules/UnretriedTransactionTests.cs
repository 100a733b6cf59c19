using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnretriedTransactionTests
{
    private const string Types = """
        public class Shop : DbContext { protected override void OnConfiguring(DbContextOptionsBuilder options) => options.UseServer(o => o.EnableRetryOnFailure()); }
        public class RushShop : Shop { }
        public class Plain : DbContext { }
        public class Listed(DbContextOptions<Listed> options) : DbContext(options) { }
        public class ServerOptions { public ServerOptions EnableRetryOnFailure() => this; }
        public static class Server { public static void UseServer(this DbContextOptionsBuilder options, Action<ServerOptions> configure) { } }
        public class Services { public void AddDbContext<T>(Action<DbContextOptionsBuilder> configure) { } public void Fill() => AddDbContext<Listed>(o => o.UseServer(s => s.EnableRetryOnFailure())); }

        """;

    [Theory]
    [InlineData("async Task M(Shop shop) { await using var t = await shop.Database.[|BeginTransactionAsync|](); await t.CommitAsync(); }")]
    [InlineData("void M(RushShop shop) { using var t = shop.Database.[|BeginTransaction|](); t.Commit(); }")]
    [InlineData("async Task M(Listed listed) { var t = await listed.Database.[|BeginTransactionAsync|]().ConfigureAwait(false); await t.CommitAsync(); }")]
    [InlineData("void M(Listed listed) { using (listed.Database.[|BeginTransaction|](System.Data.IsolationLevel.Serializable)) { } }")]
    [InlineData("Task Other(Shop shop) => shop.Database.CreateExecutionStrategy().ExecuteAsync(() => InnerAsync()); Task InnerAsync() => Task.CompletedTask; void M(Shop shop) { using var t = shop.Database.[|BeginTransaction|](); t.Commit(); }")]
    public Task Transaction_outside_the_strategy_is_reported(string member) =>
        AnalyzerRunner.VerifyAsync(Setup(), Source(member), new ExpectedDiagnostic("DEVT1423", DiagnosticSeverity.Warning));

    [Theory]
    [InlineData("Task M(Shop shop) => shop.Database.CreateExecutionStrategy().ExecuteAsync(async () => { await using var t = await shop.Database.BeginTransactionAsync(); await t.CommitAsync(); });")]
    [InlineData("Task M(Shop shop) => shop.Database.CreateExecutionStrategy().ExecuteAsync(() => InnerAsync(shop)); async Task InnerAsync(Shop shop) { await using var t = await shop.Database.BeginTransactionAsync(); await t.CommitAsync(); }")]
    [InlineData("Task M(Shop shop) => shop.Database.CreateExecutionStrategy().ExecuteAsync(() => OuterAsync(shop)); Task OuterAsync(Shop shop) => InnerAsync(shop); async Task InnerAsync(Shop shop) { await using var t = await shop.Database.BeginTransactionAsync(); await t.CommitAsync(); }")]
    [InlineData("async Task M(Plain plain) { await using var t = await plain.Database.BeginTransactionAsync(); await t.CommitAsync(); }")]
    [InlineData("Task<Microsoft.EntityFrameworkCore.Storage.IDbContextTransaction> M(Shop shop) => shop.Database.BeginTransactionAsync();")]
    [InlineData("IDisposable? _t; void M(Shop shop) { _t = shop.Database.BeginTransaction(); _t.Dispose(); }")]
    [InlineData("async Task M(DbConnection c) { await using var t = await c.BeginTransactionAsync(); await t.CommitAsync(); }")]
    [InlineData("async Task M(DbContext any) { await using var t = await any.Database.BeginTransactionAsync(); await t.CommitAsync(); }")]
    public Task Anything_else_is_left_alone(string member) => AnalyzerRunner.VerifyAsync(Setup(), Source(member));

    [Fact]
    public Task Tests_are_left_alone() => AnalyzerRunner.VerifyAsync(
        Setup().WithReferences(typeof(FactAttribute).Assembly).WithProject(static project => project.WithSuppressed("CS1701", "CS1702")),
        Source("void M(Shop shop) { using var t = shop.Database.BeginTransaction(); t.Commit(); }"));

    private static AnalyzerSetup Setup() => Setups.ForTransactions<UnretriedTransactionAnalyzer>();

    private static string Source(string member) => Types + "public class Transfers { " + member + " }";
}
