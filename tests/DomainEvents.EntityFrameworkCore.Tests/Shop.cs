using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>A container with a real database in a file, the outbox of the SQLite store in it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"shop-{Guid.NewGuid():N}.db");
    private readonly ServiceProvider _services;

    private Shop(bool isPooled, Action<DbContextOptionsBuilder>? configure)
    {
        ConnectionString = $"Data Source={_path};Pooling=False";
        var services = new ServiceCollection();
        services.AddDomainEvents();
        services.AddOutbox(outbox => outbox.UseSqlite(ConnectionString));
        services.AddSingleton<Journal>();
        services.AddSingleton(new DomainEventSerializer(new HandlerTable([new ShopModule()], static () => [])));
        services.AddDbContext<BareContext>(Configure);
        if (isPooled)
        {
            services.AddDbContextPool<ShopContext>(Configure, poolSize: 1);
        }
        else
        {
            services.AddDbContext<ShopContext>(Configure);
        }

        _services = services.BuildServiceProvider(validateScopes: true);
        Scope = _services.CreateScope();

        void Configure(DbContextOptionsBuilder options)
        {
            options.UseSqlite(ConnectionString).UseDomainEvents();
            configure?.Invoke(options);
        }
    }

    public string ConnectionString { get; }

    public IServiceScope Scope { get; }

    public Journal Journal => _services.GetRequiredService<Journal>();

    public ShopContext Context => Scope.ServiceProvider.GetRequiredService<ShopContext>();

    public static async Task<Shop> OpenAsync(bool isPooled = false, Action<DbContextOptionsBuilder>? configure = null)
    {
        var shop = new Shop(isPooled, configure);
        await shop._services.GetRequiredService<IOutboxSchema>().EnsureCreatedAsync(TestContext.Current.CancellationToken);
        shop.Execute("create table orders(\"Id\" text primary key, \"State\" text not null check (\"State\" <> 'bad'), \"Version\" integer not null)");
        return shop;
    }

    public IServiceScope CreateScope() => _services.CreateScope();

    public IReadOnlyList<string> States() => Read("select \"State\" from orders order by \"Id\"");

    public IReadOnlyList<string> Outbox() => Read("select cast(data as text) from outbox order by seq");

    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        List<string> values = [];
        while (reader.Read())
        {
            values.Add(reader.GetString(0));
        }

        return values;
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        Scope.Dispose();
        await _services.DisposeAsync();
        foreach (var file in (string[])[_path, _path + "-wal", _path + "-shm"])
        {
            File.Delete(file);
        }
    }
}
