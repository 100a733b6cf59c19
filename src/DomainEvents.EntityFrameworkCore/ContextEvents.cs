using System.Runtime.CompilerServices;
using DomainEvents.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>The events of one context in its current transaction. Kept beside the context, so that the interceptor itself has no state.</summary>
internal sealed class ContextEvents
{
    private static readonly ConditionalWeakTable<DbContext, ContextEvents> s_contexts = [];

    private readonly DbContextId _lease;
    private readonly List<int> _savepoints = [];
    private Guid? _transactionId;
    private Guid? _usedTransactionId;

    private ContextEvents(DbContextId lease) => _lease = lease;

    public EventLedger Ledger { get; } = new();

    public SaveFrame? Frame { get; set; }

    /// <summary>The scope that the user has named.</summary>
    public IServiceProvider? Scope
    {
        get;
        set
        {
            field = value;
            Services = null;
        }
    }

    /// <summary>What was found in it, or without it.</summary>
    public ContextServices? Services { get; set; }

    /// <summary>Whether a rollback may or may not have undone events: EF Core does not tell to which savepoint it went.</summary>
    public bool IsUncertain { get; private set; }

    /// <summary>Whether EF Core itself sets and undoes savepoints just now, around a save.</summary>
    private bool IsWriting => Frame is { IsDraining: false };

    /// <summary>The events of a context. A context that a pool hands out again starts afresh.</summary>
    public static ContextEvents Of(DbContext context)
    {
        if (!s_contexts.TryGetValue(context, out var events) || events._lease != context.ContextId)
        {
            events = new ContextEvents(context.ContextId);
            s_contexts.AddOrUpdate(context, events);
        }

        return events;
    }

    /// <summary>The transaction is the caller's own: perhaps nobody will tell that it has committed.</summary>
    public void Use(Guid transactionId) => _usedTransactionId = transactionId;

    /// <summary>Forgets what belongs to a transaction that has ended without a word: it was disposed of, or committed past EF Core.</summary>
    public void Enter(IDbContextTransaction? transaction)
    {
        // A save that another interceptor has stopped leaves its rows behind.
        while (IsWriting)
        {
            Abandon();
        }

        if (Frame is null && _transactionId != transaction?.TransactionId)
        {
            Clear();
            _transactionId = transaction?.TransactionId;
        }
    }

    /// <summary>A savepoint may be set before the first save of a transaction.</summary>
    public void EnterTransaction(Guid transactionId)
    {
        if (Frame is null && _transactionId != transactionId)
        {
            Clear();
            _transactionId = transactionId;
        }
    }

    /// <summary>Undoes the save that is under way. Its events stay with their entities.</summary>
    public void Abandon()
    {
        var frame = Frame!;
        frame.End();
        Ledger.Truncate(frame.FirstEvent, frame.FirstUnwritten);
        Frame = frame.Outer;
    }

    /// <summary>Ends the save that was written.</summary>
    /// <param name="laterTransactionId">The transaction that was begun after the save, and that it was written in.</param>
    /// <returns>Whether it has committed too.</returns>
    public bool Finish(Guid? laterTransactionId)
    {
        var frame = Frame!;
        frame.End();
        Ledger.MarkWritten();
        Frame = frame.Outer;
        _transactionId = laterTransactionId ?? _transactionId;
        if (_transactionId is not null && _transactionId == _usedTransactionId)
        {
            // Nobody may ever say that the caller has committed: the events must not be captured once more.
            Ledger.TakeOff(0);
        }

        return frame.IsImplicit && laterTransactionId is null;
    }

    public void Clear()
    {
        Ledger.Truncate(0, 0);
        _savepoints.Clear();
        _transactionId = null;
        IsUncertain = false;
    }

    public void AddSavepoint()
    {
        if (!IsWriting)
        {
            _savepoints.Add(Ledger.Count);
        }
    }

    public void ReleaseSavepoint()
    {
        // Of several, nobody says which: to remember one too many is safe.
        if (!IsWriting && _savepoints.Count == 1)
        {
            _savepoints.Clear();
        }
    }

    public void RollBackToSavepoint()
    {
        if (IsWriting || _savepoints.Count == 0)
        {
            return;
        }

        var first = _savepoints[0];
        if (_savepoints.TrueForAll(count => count == first))
        {
            Ledger.TakeOff(first);
            Ledger.Truncate(first, Math.Min(first, Ledger.WrittenCount));
        }
        else if (Ledger.Count > first)
        {
            IsUncertain = true;
        }
    }
}
