using DomainEvents.Persistence.Sql;
using DomainEvents.Persistence.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence;

/// <summary>Keeps the outbox in SQLite.</summary>
public static class SqliteOutboxExtensions
{
    /// <summary>
    /// Keeps the outbox in an SQLite file, the one in which the application keeps its own tables: a message is written in the transaction of
    /// what it tells of. The file is set to write-ahead logging.
    /// </summary>
    /// <param name="outbox">The outbox.</param>
    /// <param name="connectionString">Names the file: <c>Data Source=app.db</c>.</param>
    /// <returns>The same outbox.</returns>
    /// <exception cref="ArgumentException">The connection string names no file.</exception>
    public static OutboxBuilder UseSqlite(this OutboxBuilder outbox, string connectionString)
    {
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var database = new SqliteDatabase(connectionString);
        outbox.UseDatabase(_ => database);
        outbox.Services.AddSingleton<IOutboxWakeSource>(services => new SqliteWakeSource(
            database, services.GetRequiredService<OutboxSignal>(), services.GetService<TimeProvider>() ?? TimeProvider.System));
        return outbox;
    }
}
