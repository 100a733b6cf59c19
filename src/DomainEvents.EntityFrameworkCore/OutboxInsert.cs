using System.Data.Common;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>
/// Writes messages by a statement of its own, with the names and types that the model gives them: many rows at once, and without the change
/// tracker's work for each. Made once for each model.
/// </summary>
internal sealed class OutboxInsert
{
    /// <summary>Far below the number of parameters that any database takes in one statement.</summary>
    private const int RowsAtOnce = 32;

    /// <summary>So many columns every message has a value for. The others, for tracing, are left out where none has one.</summary>
    private const int RequiredColumns = 9;

    private static readonly ConditionalWeakTable<IModel, OutboxInsert> s_inserts = [];

    private static readonly (string Property, Func<OutboxMessage, object?> Read)[] s_columns =
    [
        (nameof(OutboxRow.Id), static message => message.Id),
        (nameof(OutboxRow.Partition), static message => OutboxPartition.Of(message)),
        (nameof(OutboxRow.StreamId), static message => message.StreamId),
        (nameof(OutboxRow.StreamSeq), static message => message.StreamSeq),
        (nameof(OutboxRow.Type), static message => message.Type),
        (nameof(OutboxRow.SchemaVersion), static message => message.SchemaVersion),
        (nameof(OutboxRow.OccurredAt), static message => message.OccurredAt),
        (nameof(OutboxRow.Data), static message => message.Data.ToArray()),
        (nameof(OutboxRow.ContentType), static message => message.ContentType),
        (nameof(OutboxRow.TraceParent), static message => message.TraceParent),
        (nameof(OutboxRow.TraceState), static message => message.TraceState),
        (nameof(OutboxRow.Baggage), static message => message.Baggage),
        (nameof(OutboxRow.CorrelationId), static message => message.CorrelationId),
        (nameof(OutboxRow.CausationId), static message => message.CausationId),
    ];

    private readonly (RelationalTypeMapping Mapping, bool IsNullable)[] _mappings;
    private readonly string[] _names = new string[RowsAtOnce * s_columns.Length];
    private readonly string[] _texts;
    private readonly string[] _requiredTexts;

    private OutboxInsert(IEntityType rows, (RelationalTypeMapping, bool)[] mappings, ISqlGenerationHelper sql)
    {
        _mappings = mappings;
        for (var parameter = 0; parameter < _names.Length; parameter++)
        {
            _names[parameter] = sql.GenerateParameterName("p" + parameter);
        }

        _texts = CreateTexts(rows, sql, s_columns.Length);
        _requiredTexts = CreateTexts(rows, sql, RequiredColumns);
    }

    /// <summary>That of a context's model; <see langword="null"/> where there is no database that understands SQL.</summary>
    public static OutboxInsert? Of(DbContext context)
    {
        var model = context.Model;
        if (!s_inserts.TryGetValue(model, out var insert) && Create(context, model) is { } created)
        {
            insert = s_inserts.GetValue(model, _ => created);
        }

        return insert;
    }

    public void Execute(DbTransaction transaction, OutboxMessage[] messages, int? timeout)
    {
        for (var start = 0; start < messages.Length; start += RowsAtOnce)
        {
            using var command = CreateCommand(transaction, messages.AsSpan(start, Math.Min(RowsAtOnce, messages.Length - start)), timeout);
            try
            {
                command.ExecuteNonQuery();
            }
            catch (DbException exception)
            {
                throw Wrap(exception);
            }
        }
    }

    public async Task ExecuteAsync(DbTransaction transaction, OutboxMessage[] messages, int? timeout, CancellationToken cancellationToken)
    {
        for (var start = 0; start < messages.Length; start += RowsAtOnce)
        {
            var command = CreateCommand(transaction, messages.AsSpan(start, Math.Min(RowsAtOnce, messages.Length - start)), timeout);
            await using var _ = command.ConfigureAwait(false);
            try
            {
                await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (DbException exception)
            {
                throw Wrap(exception);
            }
        }
    }

    private static OutboxInsert? Create(DbContext context, IModel model)
    {
        if (model.FindEntityType(typeof(OutboxRow)) is not { } rows)
        {
            return null;
        }

        var mappings = new (RelationalTypeMapping, bool)[s_columns.Length];
        for (var i = 0; i < mappings.Length; i++)
        {
            var property = rows.FindProperty(s_columns[i].Property)!;
            if (property.FindTypeMapping() is not RelationalTypeMapping mapping)
            {
                return null;
            }

            mappings[i] = (mapping, property.IsNullable);
        }

        return new OutboxInsert(rows, mappings, context.GetService<ISqlGenerationHelper>());
    }

    /// <summary>The statements for one row, two rows and so on.</summary>
    private static string[] CreateTexts(IEntityType rows, ISqlGenerationHelper sql, int columns)
    {
        var names = s_columns.Take(columns).Select(column => sql.DelimitIdentifier(rows.FindProperty(column.Property)!.GetColumnName()));
        var table = sql.DelimitIdentifier(rows.GetTableName()!, rows.GetSchema());
        var text = new StringBuilder($"INSERT INTO {table} ({string.Join(", ", names)}) VALUES ");
        var texts = new string[RowsAtOnce];
        for (var row = 0; row < RowsAtOnce; row++)
        {
            var first = row * columns;
            var places = Enumerable.Range(first, columns).Select(parameter => sql.GenerateParameterNamePlaceholder("p" + parameter));
            texts[row] = text.Append(row == 0 ? "(" : ", (").AppendJoin(", ", places).Append(')').ToString();
        }

        return texts;
    }

    private DbCommand CreateCommand(DbTransaction transaction, ReadOnlySpan<OutboxMessage> messages, int? timeout)
    {
        var columns = IsTraced(messages) ? s_columns.Length : RequiredColumns;
        var command = transaction.Connection!.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = (columns == RequiredColumns ? _requiredTexts : _texts)[messages.Length - 1];
        if (timeout is { } seconds)
        {
            command.CommandTimeout = seconds;
        }

        var parameter = 0;
        foreach (var message in messages)
        {
            for (var column = 0; column < columns; column++)
            {
                var (mapping, isNullable) = _mappings[column];
                command.Parameters.Add(mapping.CreateParameter(command, _names[parameter++], s_columns[column].Read(message), isNullable));
            }
        }

        return command;
    }

    private static bool IsTraced(ReadOnlySpan<OutboxMessage> messages)
    {
        foreach (var message in messages)
        {
            if ((message.TraceParent ?? message.TraceState ?? message.Baggage ?? message.CorrelationId ?? message.CausationId) is not null)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>What callers and execution strategies expect of a save.</summary>
    private static DbUpdateException Wrap(DbException exception) => new(
        $"The events could not be written to the outbox, and nothing was committed: {exception.Message}", exception);
}
