using Microsoft.EntityFrameworkCore;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>A test that holds on every database. A class for each database derives from it.</summary>
public abstract class ShopTest
{
    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected abstract Task<ShopDatabase> CreateDatabaseAsync();

    private protected async Task<Shop> OpenAsync(bool isPooled = false, Action<ShopDatabase, DbContextOptionsBuilder>? configure = null) =>
        await Shop.OpenAsync(await CreateDatabaseAsync(), isPooled, configure);

    private protected static Task Save(DbContext context, bool isAsync)
    {
        if (isAsync)
        {
            return context.SaveChangesAsync(Token);
        }

        try
        {
            context.SaveChanges();
            return Task.CompletedTask;
        }
        catch (Exception exception)
        {
            return Task.FromException(exception);
        }
    }
}

public sealed class SqliteCaptureTests : CaptureTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => Task.FromResult<ShopDatabase>(new SqliteShopDatabase());
}

public sealed class SqliteTransactionTests : TransactionTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => Task.FromResult<ShopDatabase>(new SqliteShopDatabase());
}

public sealed class SqliteWritingTests : WritingTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => Task.FromResult<ShopDatabase>(new SqliteShopDatabase());
}

public sealed class PostgreSqlWritingTests(PostgreSqlFixture server) : WritingTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => server.CreateDatabaseAsync();
}

public sealed class PostgreSqlCaptureTests(PostgreSqlFixture server) : CaptureTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => server.CreateDatabaseAsync();
}

public sealed class PostgreSqlTransactionTests(PostgreSqlFixture server) : TransactionTests
{
    private protected override Task<ShopDatabase> CreateDatabaseAsync() => server.CreateDatabaseAsync();
}
