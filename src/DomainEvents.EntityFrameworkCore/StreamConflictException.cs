using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>
/// Two saves brought one entity to the same version, and the outbox noticed it first: EF Core writes tables in the order of their names, and
/// the entity's comes after the outbox. Callers who repeat a save after a concurrency conflict must see one here too.
/// </summary>
internal sealed class StreamConflictException : DbUpdateConcurrencyException
{
    private readonly EntityEntry _entry;

    private StreamConflictException(EntityEntry entry, Exception innerException)
        : base(
            $"Another save has brought this {entry.Metadata.ClrType} to the version that this one was to bring it to. Reload it, and do the work "
            + "again.",
            innerException) => _entry = entry;

    public override IReadOnlyList<EntityEntry> Entries => [_entry];

    /// <returns>The conflict that a failure of the outbox's rows tells of, if it is one.</returns>
    public static StreamConflictException? Find(DbContext? context, Exception exception)
    {
        if (context is null || exception is not DbUpdateException { InnerException: DbException refusal } failure || !IsOfStreamOrder(refusal))
        {
            return null;
        }

        // Providers name all rows that they sent at once.
        var streams = failure.Entries.Select(static entry => entry.Entity).OfType<OutboxRow>().Select(static row => row.StreamId).ToHashSet();
        var entry = context.ChangeTracker.Entries<IHasDomainEvents>().FirstOrDefault(entry =>
            entry.State == EntityState.Modified && new EntityStream(entry).Get() is { Version: not null } stream && streams.Contains(stream.Id));
        return entry is null ? null : new StreamConflictException(entry, exception);
    }

    /// <summary>By the name of the index or, on SQLite, of its columns: the only part of the message that is the same in every language.</summary>
    private static bool IsOfStreamOrder(DbException refusal) =>
        refusal.Message.Contains(OutboxTables.Outbox + "_stream_order", StringComparison.Ordinal)
        || refusal.Message.Contains($"{OutboxTables.Outbox}.{OutboxTables.StreamSeq}", StringComparison.Ordinal);
}
