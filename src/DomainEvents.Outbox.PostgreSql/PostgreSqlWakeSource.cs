using System.Threading.Channels;
using Npgsql;

namespace DomainEvents.Persistence.PostgreSql;

/// <summary>
/// Tells the relays of other processes of commits in this one, and hears of theirs. Notices are sent after the commit, on a connection of
/// their own and at most one in 5 ms: a NOTIFY inside the writers' transactions would make their commits wait for each other.
/// </summary>
internal sealed class PostgreSqlWakeSource(PostgreSqlDatabase database, OutboxSignal signal, TimeProvider timeProvider) : IOutboxWakeSource
{
    private const string Channel = "domainevents_outbox";

    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(5);

    /// <summary>Every notice names its sender, which has no need of it.</summary>
    private readonly string _name = Guid.NewGuid().ToString("N");

    /// <summary>Wakes all relays of an outbox from a program that runs none.</summary>
    public static async Task WakeAllAsync(PostgreSqlDatabase database, string sender, CancellationToken cancellationToken)
    {
        var connection = await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            await ExecuteAsync(connection, $"select pg_notify('{Channel}', '{sender}')", cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var first = await Task.WhenAny(ListenAsync(ending.Token), TellAsync(ending.Token)).ConfigureAwait(false);
        await ending.CancelAsync().ConfigureAwait(false);
        await first.ConfigureAwait(false);
    }

    private async Task ListenAsync(CancellationToken cancellationToken)
    {
        var connection = await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            connection.Notification += OnNotification;
            try
            {
                await ExecuteAsync(connection, "listen " + Channel, cancellationToken).ConfigureAwait(false);

                // What was committed before this connection listened.
                signal.Wake();
                while (true)
                {
                    await connection.WaitAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                connection.Notification -= OnNotification;
            }
        }
    }

    private void OnNotification(object sender, NpgsqlNotificationEventArgs notification)
    {
        if (notification.Payload != _name)
        {
            signal.Wake();
        }
    }

    private async Task TellAsync(CancellationToken cancellationToken)
    {
        var given = System.Threading.Channels.Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite, SingleReader = true });
        void OnGiven() => given.Writer.TryWrite(true);

        var connection = await database.ConnectAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            signal.Given += OnGiven;
            try
            {
                while (true)
                {
                    await given.Reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                    await ExecuteAsync(connection, $"select pg_notify('{Channel}', '{_name}')", cancellationToken).ConfigureAwait(false);
                    await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
                }
            }
            finally
            {
                signal.Given -= OnGiven;
            }
        }
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string text, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(text, connection);
        await using (command.ConfigureAwait(false))
        {
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
