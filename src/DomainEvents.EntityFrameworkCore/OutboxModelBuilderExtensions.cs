using DomainEvents.Persistence;
using DomainEvents.Persistence.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the outbox to a model.</summary>
public static class OutboxModelBuilderExtensions
{
    /// <summary>
    /// Maps the outbox, so that durable events are written by the save that they belong to. The tables are created by the store of the outbox,
    /// not by migrations.
    /// </summary>
    /// <param name="modelBuilder">The model that is being built: call it in <c>OnModelCreating</c>.</param>
    /// <returns>The same model.</returns>
    public static ModelBuilder AddOutbox(this ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<OutboxRow>(static row =>
        {
            row.ToTable(OutboxTables.Outbox, static table => table.ExcludeFromMigrations());
            row.HasKey(static message => message.Id);
            row.Property(static message => message.Id).HasColumnName(OutboxTables.Id).ValueGeneratedNever();
            row.Property(static message => message.Partition).HasColumnName(OutboxTables.Partition);
            row.Property(static message => message.StreamId).HasColumnName(OutboxTables.StreamId);
            row.Property(static message => message.StreamSeq).HasColumnName(OutboxTables.StreamSeq);
            row.Property(static message => message.Type).HasColumnName(OutboxTables.Type);
            row.Property(static message => message.SchemaVersion).HasColumnName(OutboxTables.SchemaVersion);
            row.Property(static message => message.OccurredAt).HasColumnName(OutboxTables.OccurredAt);
            row.Property(static message => message.Data).HasColumnName(OutboxTables.Data);
            row.Property(static message => message.ContentType).HasColumnName(OutboxTables.ContentType);
            row.Property(static message => message.TraceParent).HasColumnName(OutboxTables.TraceParent);
            row.Property(static message => message.TraceState).HasColumnName(OutboxTables.TraceState);
            row.Property(static message => message.Baggage).HasColumnName(OutboxTables.Baggage);
            row.Property(static message => message.CorrelationId).HasColumnName(OutboxTables.CorrelationId);
            row.Property(static message => message.CausationId).HasColumnName(OutboxTables.CausationId);
        });
        return modelBuilder;
    }
}
