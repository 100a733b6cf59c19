using DomainEvents.Persistence.UnitsOfWork;

namespace DomainEvents.Persistence;

/// <content>Points to which a unit of work can be rolled back.</content>
public sealed partial class UnitOfWork
{
    private readonly List<SavedPoint> _savepoints = [];
    private int _savepointCount;

    /// <inheritdoc />
    public ISavepoint Savepoint()
    {
        var point = CreateSavepoint();
        _transaction.Save(point.Name);
        _savepoints.Add(point);
        return point;
    }

    /// <inheritdoc />
    public async Task<ISavepoint> SavepointAsync(CancellationToken cancellationToken = default)
    {
        var point = CreateSavepoint();
        await _transaction.SaveAsync(point.Name, cancellationToken).ConfigureAwait(false);
        _savepoints.Add(point);
        return point;
    }

    private SavedPoint CreateSavepoint()
    {
        ThrowIfDone("set a savepoint in");
        if (_state == UnitOfWorkState.Failed)
        {
            throw new InvalidOperationException("The unit of work has failed: roll back first. A savepoint would keep what is half done.");
        }

        if (!_transaction.SupportsSavepoints)
        {
            throw new NotSupportedException(
                $"{_transaction.GetType()} has no savepoints. Use units of work of their own for what may fail by itself.");
        }

        return new SavedPoint(this, $"domain_events_{++_savepointCount}");
    }

    /// <summary>The events at one moment. What is raised later is recognised by not being among them.</summary>
    private sealed class SavedPoint(UnitOfWork work, string name) : ISavepoint
    {
        private readonly EnlistedSource[] _sources = [.. work._sources];
        private readonly Dictionary<DomainEventBuffer, IDomainEvent[]> _waiting =
            work._sources.Select(static source => source.Buffer).Append(work._raised).ToDictionary(static buffer => buffer, static buffer => buffer.ToArray());
        private readonly int _ledgerCount = work._ledger.Count;
        private readonly int _writtenCount = work._ledger.WrittenCount;
        private readonly UnitOfWorkState _state = work._state;

        public string Name => name;

        /// <summary>Whether a handler of the transaction has set it, which may use it until the commit ends.</summary>
        public bool BelongsToCommit => _state == UnitOfWorkState.Committing;

        public void Rollback()
        {
            ThrowIfGone();
            work._transaction.Rollback(name);
            Restore();
        }

        public async Task RollbackAsync(CancellationToken cancellationToken)
        {
            ThrowIfGone();
            await work._transaction.RollbackAsync(name, cancellationToken).ConfigureAwait(false);
            Restore();
        }

        public void Release()
        {
            ThrowIfGone();
            work._transaction.Release(name);
            ForgetFrom(work._savepoints.IndexOf(this));
        }

        public async Task ReleaseAsync(CancellationToken cancellationToken)
        {
            ThrowIfGone();
            await work._transaction.ReleaseAsync(name, cancellationToken).ConfigureAwait(false);
            ForgetFrom(work._savepoints.IndexOf(this));
        }

        private void Restore()
        {
            ForgetFrom(work._savepoints.IndexOf(this) + 1);
            work._sources.Clear();
            work._sources.AddRange(_sources);
            work._places.Clear();
            for (var i = 0; i < _sources.Length; i++)
            {
                work._places[_sources[i].Buffer] = i;
            }

            foreach (var (buffer, waiting) in _waiting)
            {
                var kept = new HashSet<IDomainEvent>(waiting, ReferenceEqualityComparer.Instance);
                buffer.Remove(buffer.Where(domainEvent => !kept.Contains(domainEvent)).ToArray());
            }

            work._ledger.Truncate(_ledgerCount, _writtenCount);

            // One that was set by a handler lets the commit under way go on; any other ends a failed commit.
            work._state = _state;
        }

        private void ForgetFrom(int index) => work._savepoints.RemoveRange(index, work._savepoints.Count - index);

        private void ThrowIfGone()
        {
            work.ThrowIfDone("use a savepoint of");
            if (!work._savepoints.Contains(this))
            {
                throw new InvalidOperationException(
                    "The savepoint is gone: it was released, or the unit of work was rolled back to an earlier one.");
            }

            if (work._state == UnitOfWorkState.Committing && !BelongsToCommit)
            {
                throw new InvalidOperationException(
                    "The unit of work is committing: a handler of its transaction can roll back only to savepoints that it has set itself.");
            }
        }
    }
}
