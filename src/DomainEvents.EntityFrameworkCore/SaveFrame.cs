using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>One call of SaveChanges, from its beginning to its end.</summary>
/// <param name="outer">The save whose handler saves.</param>
/// <param name="isImplicit">Whether the save is its own transaction.</param>
/// <param name="firstEvent">How many events the transaction had.</param>
/// <param name="firstUnwritten">How many of them were written.</param>
internal sealed class SaveFrame(SaveFrame? outer, bool isImplicit, int firstEvent, int firstUnwritten)
{
    private readonly List<EntityEntry> _rows = [];
    private OutboxMessage[]? _messages;
    private DbContext? _context;
    private AutoTransactionBehavior _behavior;

    public SaveFrame? Outer => outer;

    public bool IsImplicit => isImplicit;

    public int FirstEvent => firstEvent;

    public int FirstUnwritten => firstUnwritten;

    /// <summary>Whether handlers are running, and a save is one of theirs.</summary>
    public bool IsDraining { get; set; }

    /// <summary>Whether an entity with events is to be written, and not only its events.</summary>
    public bool WritesChanges { get; set; }

    /// <summary>Messages that were left to the commit, and no commit came.</summary>
    public bool IsUnwritten { get; private set; }

    /// <summary>Rows that the save writes along with the changes.</summary>
    public void Add(EntityEntry row) => _rows.Add(row);

    /// <summary>Leaves messages to the end of the save's own transaction, which it must therefore begin, also for a single statement.</summary>
    public void WriteAtCommit(DbContext context, OutboxMessage[] messages)
    {
        _context = context;
        _behavior = context.Database.AutoTransactionBehavior;
        _messages = messages;
        IsUnwritten = true;
        context.Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;
    }

    /// <summary>What is written when the transaction is about to commit: again for each attempt of an execution strategy.</summary>
    public OutboxMessage[]? TakeMessages()
    {
        IsUnwritten = false;
        return _messages;
    }

    /// <summary>
    /// Leaves the context as it was. Its rows are taken out: written, they are none of its business; not written, the next save makes them
    /// anew.
    /// </summary>
    public void End()
    {
        foreach (var row in _rows)
        {
            row.State = EntityState.Detached;
        }

        _rows.Clear();
        if (_context is not null)
        {
            _context.Database.AutoTransactionBehavior = _behavior;
            _context = null;
        }
    }
}
