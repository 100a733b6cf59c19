using DomainEvents.Persistence.UnitsOfWork;

namespace DomainEvents.Persistence;

/// <content>How a unit of work ends.</content>
public sealed partial class UnitOfWork
{
    /// <inheritdoc />
    public void Commit()
    {
        BeginCommit();
        try
        {
            new TransactionDrain(_publisher, _services).Run(Collect);

            // Afterwards it is too late to refuse.
            foreach (var captured in _ledger.Events)
            {
                if (!captured.IsDurable)
                {
                    _publisher.RefuseAsyncHandlers(captured.Event, HandlerPhase.AfterCommit);
                }
            }

            if (CreateMessages() is { Length: > 0 } messages)
            {
                _outbox!.Append(_transaction, messages);
            }

            _ledger.MarkWritten();
        }
        catch
        {
            EndCommit(UnitOfWorkState.Failed);
            throw;
        }

        try
        {
            _transaction.Commit();
        }
        catch
        {
            EndCommit(UnitOfWorkState.Active);
            throw;
        }

        _publisher.PublishAfterCommit(Complete(), _services);
    }

    /// <inheritdoc />
    public async Task CommitAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        BeginCommit();
        try
        {
            await new TransactionDrain(_publisher, _services).RunAsync(Collect, cancellationToken).ConfigureAwait(false);
            if (CreateMessages() is { Length: > 0 } messages)
            {
                await _outbox!.AppendAsync(_transaction, messages, cancellationToken).ConfigureAwait(false);
            }

            _ledger.MarkWritten();
        }
        catch
        {
            EndCommit(UnitOfWorkState.Failed);
            throw;
        }

        try
        {
            // Not cancelled half way: nobody would know whether it has happened.
            await _transaction.CommitAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch
        {
            EndCommit(UnitOfWorkState.Active);
            throw;
        }

        await _publisher.PublishAfterCommitAsync(Complete(), _services, CancellationToken.None).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public void Rollback()
    {
        if (BeginRollback())
        {
            _transaction.Rollback();
            _state = UnitOfWorkState.RolledBack;
        }
    }

    /// <inheritdoc />
    public async Task RollbackAsync(CancellationToken cancellationToken = default)
    {
        if (BeginRollback())
        {
            await _transaction.RollbackAsync(cancellationToken).ConfigureAwait(false);
            _state = UnitOfWorkState.RolledBack;
        }
    }

    /// <summary>Rolls back what was not committed. Does not throw because of the unit of work's state; disposing twice is harmless.</summary>
    public void Dispose()
    {
        if (_state == UnitOfWorkState.Disposed)
        {
            return;
        }

        _state = UnitOfWorkState.Disposed;
        if (_ownsTransaction)
        {
            _transaction.Dispose();
        }

        _openedConnection?.Close();
    }

    /// <inheritdoc cref="Dispose" />
    public async ValueTask DisposeAsync()
    {
        if (_state == UnitOfWorkState.Disposed)
        {
            return;
        }

        _state = UnitOfWorkState.Disposed;
        if (_ownsTransaction)
        {
            await _transaction.DisposeAsync().ConfigureAwait(false);
        }

        if (_openedConnection is not null)
        {
            await _openedConnection.CloseAsync().ConfigureAwait(false);
        }
    }

    private void BeginCommit()
    {
        ThrowIfDone("commit");
        ThrowIfCommitting();
        if (_state == UnitOfWorkState.Failed)
        {
            throw new InvalidOperationException(
                "An InTransaction handler or the outbox failed when this unit of work was to be committed, and what it did is half done. Roll "
                + "back, to a savepoint or the whole, and do the work again.");
        }

        if (_transaction.Connection is null)
        {
            throw new InvalidOperationException(
                "The transaction was committed or rolled back past its unit of work, which therefore publishes nothing. The objects still have "
                + "their events. Commit through the unit of work.");
        }

        _state = UnitOfWorkState.Committing;
    }

    private void EndCommit(UnitOfWorkState state)
    {
        _state = state;
        _savepoints.RemoveAll(static point => point.BelongsToCommit);
    }

    /// <returns>Whether there is something to roll back.</returns>
    private bool BeginRollback()
    {
        if (_state == UnitOfWorkState.RolledBack)
        {
            return false;
        }

        ThrowIfDone("roll back");
        ThrowIfCommitting();
        return true;
    }

    private void ThrowIfCommitting()
    {
        if (_state == UnitOfWorkState.Committing)
        {
            throw new InvalidOperationException(
                "The unit of work is committing: a handler of its transaction can neither commit it nor roll it back. Let the handler throw "
                + "if nothing is to be committed.");
        }
    }

    /// <summary>Enters what was raised since the last round: that of the objects in the order in which they were enlisted, then the rest.</summary>
    private List<IDomainEvent> Collect()
    {
        List<IDomainEvent> found = [];
        foreach (var (buffer, stream) in _sources)
        {
            for (var i = 0; i < buffer.Count; i++)
            {
                Collect(buffer[i], buffer, stream, found);
            }
        }

        for (var i = 0; i < _raised.Count; i++)
        {
            var stream = _raisedStreams[_raised[i]];
            Collect(_raised[i], _raised, stream == default ? null : () => stream, found);
        }

        return found;
    }

    private void Collect(IDomainEvent domainEvent, DomainEventBuffer source, Func<StreamRef>? stream, List<IDomainEvent> found)
    {
        if (!_ledger.Contains(domainEvent))
        {
            _ledger.Add(new CapturedEvent(domainEvent, source, stream, IsDurable(domainEvent)));
            found.Add(domainEvent);
        }
    }

    private OutboxMessage[] CreateMessages() => _outbox is null ? [] : _ledger.CreateMessages(_outbox.Messages);

    private List<IDomainEvent> Complete()
    {
        _state = UnitOfWorkState.Committed;
        var transient = _ledger.Complete();
        if (transient.Count < _ledger.Count)
        {
            _outbox!.Wake();
        }

        return transient;
    }
}
