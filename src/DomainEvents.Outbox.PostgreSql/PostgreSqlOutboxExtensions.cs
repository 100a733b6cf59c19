using DomainEvents.Persistence.PostgreSql;
using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace DomainEvents.Persistence;

/// <summary>Keeps the outbox in PostgreSQL.</summary>
public static class PostgreSqlOutboxExtensions
{
    /// <summary>
    /// Keeps the outbox in the PostgreSQL database in which the application keeps its own tables: a message is written in the transaction of
    /// what it tells of. Relays of several processes share the work and wake each other.
    /// </summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="connectionString">Names the database: <c>Host=localhost;Database=shop;Username=shop</c>.</param>
    /// <returns>The same outbox.</returns>
    public static OutboxBuilder UsePostgreSql(this OutboxBuilder outbox, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        return Use(outbox, _ => PostgreSqlDatabase.Create(connectionString));
    }

    /// <summary>The same, over a data source that the application has and disposes.</summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="dataSource">The data source.</param>
    /// <returns>The same outbox.</returns>
    public static OutboxBuilder UsePostgreSql(this OutboxBuilder outbox, NpgsqlDataSource dataSource)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(dataSource);
        return Use(outbox, _ => new PostgreSqlDatabase(dataSource, ownsDataSource: false));
    }

    private static OutboxBuilder Use(OutboxBuilder outbox, Func<IServiceProvider, PostgreSqlDatabase> create)
    {
        outbox.Services.AddSingleton(create);
        outbox.UseDatabase(services => services.GetRequiredService<PostgreSqlDatabase>());
        outbox.Services.AddSingleton<IOutboxWakeSource>(services => new PostgreSqlWakeSource(
            services.GetRequiredService<PostgreSqlDatabase>(),
            services.GetRequiredService<OutboxSignal>(),
            services.GetService<TimeProvider>() ?? TimeProvider.System));
        return outbox;
    }
}
