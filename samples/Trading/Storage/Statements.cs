using Microsoft.Data.Sqlite;

namespace Trading.Storage;

/// <summary>The statements of one connection, each prepared once: five thousand days take the same few.</summary>
public sealed class Statements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _commands = [];

    public int Execute(SqliteTransaction? transaction, string text, params ReadOnlySpan<object> values) =>
        Command(transaction, text, values).ExecuteNonQuery();

    public long Read(SqliteTransaction? transaction, string text, params ReadOnlySpan<object> values) =>
        (long)Command(transaction, text, values).ExecuteScalar()!;

    public SqliteDataReader Query(string text, params ReadOnlySpan<object> values) => Command(null, text, values).ExecuteReader();

    public void Dispose()
    {
        foreach (SqliteCommand command in _commands.Values)
        {
            command.Dispose();
        }
    }

    private SqliteCommand Command(SqliteTransaction? transaction, string text, ReadOnlySpan<object> values)
    {
        if (!_commands.TryGetValue(text, out SqliteCommand? command))
        {
            _commands[text] = command = new SqliteCommand(text, connection);
            for (int i = 0; i < values.Length; i++)
            {
                command.Parameters.Add(new SqliteParameter { ParameterName = "@" + i });
            }
        }

        command.Transaction = transaction;
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }
}
