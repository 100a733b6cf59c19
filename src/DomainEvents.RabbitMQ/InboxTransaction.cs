using System.Data.Common;

namespace DomainEvents.Persistence;

/// <summary>
/// The transaction in which a message is being handled, for the handlers in its scope: what they write with it is written exactly once,
/// because the note that the message was handled is written with it. A scoped service; for one thread at a time.
/// </summary>
public sealed class InboxTransaction
{
    private DbTransaction? _transaction;

    internal InboxTransaction()
    {
    }

    /// <summary>The open transaction. The consumer commits it; a handler only uses it.</summary>
    /// <exception cref="InvalidOperationException">No message is being handled in this scope.</exception>
    public DbTransaction Transaction
    {
        get => _transaction ?? throw new InvalidOperationException(
            "There is no inbox transaction: the handler was not called by a consumer, or uses a scope of its own.");
        internal set => _transaction = value;
    }
}
