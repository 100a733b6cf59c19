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

    public SaveFrame? Outer => outer;

    public bool IsImplicit => isImplicit;

    public int FirstEvent => firstEvent;

    public int FirstUnwritten => firstUnwritten;

    /// <summary>Whether handlers are running, and a save is one of theirs.</summary>
    public bool IsDraining { get; set; }

    public void Add(EntityEntry row) => _rows.Add(row);

    /// <summary>Takes the rows out of the context: written, they are none of its business; not written, the next save makes them anew.</summary>
    public void DetachRows()
    {
        foreach (var row in _rows)
        {
            row.State = EntityState.Detached;
        }

        _rows.Clear();
    }
}
