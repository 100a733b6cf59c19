using System.Data.Common;

namespace DomainEvents.Persistence.Sql;

/// <summary>What the statements of a store say differently from one database to the next. Times are Unix milliseconds in both.</summary>
internal abstract class SqlDialect
{
    /// <summary>The current time on the database's clock, as an expression.</summary>
    public abstract string Now { get; }

    /// <summary>Ends a query so that the rows found stay as they are until the transaction ends.</summary>
    public abstract string LockRows { get; }

    /// <summary>The same, leaving out rows that another transaction holds.</summary>
    public abstract string LockFreeRows { get; }

    /// <summary>The script that brings the tables from the version before to this one.</summary>
    public abstract string Script(int version);

    /// <summary>A condition that is true for the numbers in a parameter that <see cref="AddNumbers"/> added.</summary>
    public abstract string IsIn(string expression, string parameter);

    /// <summary>A row source of two columns, <c>stream_id</c> and <c>last</c>, from parameters that <see cref="AddStreams"/> added.</summary>
    public abstract string Streams { get; }

    /// <summary>What follows the alias of <see cref="Streams"/>: the names of its columns, where they are not in it.</summary>
    public virtual string StreamColumns => "";

    public abstract void AddNumbers(DbCommand command, string parameter, IReadOnlyCollection<long> numbers);

    public abstract void AddStreams(DbCommand command, IReadOnlyCollection<StreamEnd> streams);

    /// <summary>Makes sure that one process at a time changes the schema.</summary>
    public abstract ValueTask LockSchemaAsync(SqlSession session, CancellationToken cancellationToken);

    /// <summary>The query that tells whether the table of the schema's version exists.</summary>
    public abstract string SchemaExists { get; }

    /// <summary>Whether the database says that a row with the key is there already, told by its code and never by its words.</summary>
    public abstract bool IsDuplicate(DbException exception);

    /// <summary>Whether the database means that the outbox's tables are missing, told by its code and never by its words.</summary>
    public abstract bool IsTableMissing(DbException exception, DbTransaction transaction);

    /// <summary>Inserts messages in the caller's transaction.</summary>
    public abstract ValueTask InsertAsync(
        DbTransaction transaction, ReadOnlyMemory<OutboxMessage> messages, CancellationToken cancellationToken);
}
