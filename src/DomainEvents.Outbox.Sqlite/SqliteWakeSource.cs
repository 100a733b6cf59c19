using System.Globalization;
using Microsoft.Data.Sqlite;

namespace DomainEvents.Persistence.Sqlite;

/// <summary>Notices commits of other processes by the file's change counter, which costs a read of shared memory.</summary>
internal sealed class SqliteWakeSource(SqliteDatabase database, OutboxSignal signal, TimeProvider timeProvider) : IOutboxWakeSource
{
    private static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(50);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var connection = await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "pragma data_version";
            using var timer = new PeriodicTimer(s_interval, timeProvider);
            var last = Read(command);
            while (await timer.WaitForNextTickAsync(cancellationToken).ConfigureAwait(false))
            {
                var current = Read(command);
                if (current != last)
                {
                    last = current;
                    signal.Wake();
                }
            }
        }
    }

    private static long Read(SqliteCommand command) => Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
}
