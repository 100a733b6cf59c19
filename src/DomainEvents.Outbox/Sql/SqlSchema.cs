using System.Text;

namespace DomainEvents.Persistence.Sql;

/// <summary>Creates and upgrades the tables, each step in the transaction that also notes the new version.</summary>
internal sealed class SqlSchema(SqlDatabase database) : IOutboxSchema
{
    /// <summary>The version of this release. Each has its script in every dialect.</summary>
    public const int Version = 1;

    private readonly SqlDialect _dialect = database.Dialect;

    public int TargetVersion => Version;

    public string CreateScript(int fromVersion = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(fromVersion);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(fromVersion, Version);
        var script = new StringBuilder();
        for (var version = fromVersion + 1; version <= Version; version++)
        {
            script.Append(_dialect.Script(version));
        }

        return script.ToString();
    }

    public async Task<int> ReadVersionAsync(CancellationToken cancellationToken = default)
    {
        var session = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            return await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task EnsureCreatedAsync(CancellationToken cancellationToken = default)
    {
        if (await ReadVersionAsync(cancellationToken).ConfigureAwait(false) == Version)
        {
            return;
        }

        var session = await database.BeginAsync(cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await _dialect.LockSchemaAsync(session, cancellationToken).ConfigureAwait(false);
            var version = await ReadVersionAsync(session, cancellationToken).ConfigureAwait(false);
            ThrowIfLater(version);
            if (version < Version)
            {
                await session.ExecuteAsync(CreateScript(version), cancellationToken).ConfigureAwait(false);
            }

            await session.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    public async Task ValidateAsync(CancellationToken cancellationToken = default)
    {
        var version = await ReadVersionAsync(cancellationToken).ConfigureAwait(false);
        ThrowIfLater(version);
        if (version < Version)
        {
            throw Missing(version);
        }
    }

    /// <summary>Says what to do about tables that are missing or too old.</summary>
    public static OutboxSchemaException Missing(int version, Exception? innerException = null)
    {
        var found = version == 0 ? "The tables of the outbox are missing" : $"The tables of the outbox have version {version}";
        return new OutboxSchemaException(
            $"{found}, and this release works with version {Version}. Call IOutboxSchema.EnsureCreatedAsync at start, set "
            + "OutboxOptions.CreateSchema, or run the statements of IOutboxSchema.CreateScript.",
            innerException);
    }

    private async ValueTask<int> ReadVersionAsync(SqlSession session, CancellationToken cancellationToken)
    {
        if (await session.ReadNumberAsync(_dialect.SchemaExists, cancellationToken).ConfigureAwait(false) == 0)
        {
            return 0;
        }

        return (int)await session.ReadNumberAsync("select max(version) from outbox_schema", cancellationToken).ConfigureAwait(false);
    }

    private static void ThrowIfLater(int version)
    {
        if (version > Version)
        {
            throw new OutboxSchemaException(
                $"The tables of the outbox have version {version}, of a later release; this one works with version {Version}. Update the "
                + "DomainEvents.Outbox packages of this application. Nothing was changed.");
        }
    }
}
