using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore.Tests;

/// <summary>A container with a real database, the outbox of the database's store in it.</summary>
internal sealed class Shop : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Shop(ShopDatabase database, bool isPooled, Action<ShopDatabase, DbContextOptionsBuilder>? configure)
    {
        Database = database;
        var services = new ServiceCollection();
        services.AddDomainEvents();
        services.AddOutbox(database.Configure);
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
            database.Configure(options);
            options.UseDomainEvents();
            configure?.Invoke(database, options);
        }
    }

    public ShopDatabase Database { get; }

    public IServiceScope Scope { get; }

    public Journal Journal => _services.GetRequiredService<Journal>();

    public ShopContext Context => Scope.ServiceProvider.GetRequiredService<ShopContext>();

    public static async Task<Shop> OpenAsync(ShopDatabase database, bool isPooled, Action<ShopDatabase, DbContextOptionsBuilder>? configure)
    {
        var shop = new Shop(database, isPooled, configure);
        await shop._services.GetRequiredService<IOutboxSchema>().EnsureCreatedAsync(TestContext.Current.CancellationToken);
        shop.Execute("create table orders(\"Id\" text primary key, \"State\" text not null check (\"State\" <> 'bad'), \"Version\" bigint not null)");
        shop.Execute("create table parcels(\"Id\" text primary key, \"Version\" bigint not null)");
        return shop;
    }

    public IServiceScope CreateScope() => _services.CreateScope();

    public IReadOnlyList<string> States() => Read("select \"State\" from orders order by \"Id\"");

    public IReadOnlyList<string> Outbox() => Read($"select {Database.PayloadAsText} from outbox order by seq");

    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = Open();
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
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public async ValueTask DisposeAsync()
    {
        Scope.Dispose();
        await _services.DisposeAsync();
        await Database.DisposeAsync();
    }

    private DbConnection Open()
    {
        var connection = Database.CreateConnection();
        connection.Open();
        return connection;
    }
}
