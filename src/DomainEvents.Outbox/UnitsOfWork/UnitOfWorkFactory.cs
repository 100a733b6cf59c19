using System.Data;
using System.Data.Common;

namespace DomainEvents.Persistence;

/// <summary>
/// Begins units of work whose handlers come from the scope that the factory was resolved from. A scope has one at a time, which handlers of
/// <see cref="HandlerPhase.InTransaction"/> find in <see cref="Current"/>.
/// </summary>
/// <param name="publisher">Calls the handlers.</param>
/// <param name="services">The scope.</param>
/// <param name="outbox">Where durable events go; <see langword="null"/> if there is no outbox.</param>
public sealed class UnitOfWorkFactory(DomainEventPublisher publisher, IServiceProvider? services = null, OutboxWriter? outbox = null)
{
    private UnitOfWork? _current;

    /// <summary>The unit of work of this scope that has begun and is not done.</summary>
    public IUnitOfWork? Current => _current is { IsDone: false } ? _current : null;

    /// <inheritdoc cref="UnitOfWork.Begin" />
    /// <param name="connection">The connection.</param>
    /// <param name="isolationLevel">How far the transaction is isolated from others.</param>
    /// <exception cref="InvalidOperationException">The scope has a unit of work that is not done.</exception>
    public IUnitOfWork Begin(DbConnection connection, IsolationLevel isolationLevel = IsolationLevel.Unspecified)
    {
        ThrowIfBusy();
        return _current = UnitOfWork.Begin(connection, publisher, CreateOptions(isolationLevel));
    }

    /// <inheritdoc cref="Begin" />
    /// <param name="connection">The connection.</param>
    /// <param name="isolationLevel">How far the transaction is isolated from others.</param>
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    public async Task<IUnitOfWork> BeginAsync(
        DbConnection connection, IsolationLevel isolationLevel = IsolationLevel.Unspecified, CancellationToken cancellationToken = default)
    {
        ThrowIfBusy();
        return _current = await UnitOfWork.BeginAsync(connection, publisher, CreateOptions(isolationLevel), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes a transaction over that the caller has begun and disposes of. Commit and roll back only through the unit of work.</summary>
    /// <param name="transaction">The transaction.</param>
    /// <exception cref="InvalidOperationException">The scope has a unit of work that is not done.</exception>
    public IUnitOfWork Use(DbTransaction transaction)
    {
        ThrowIfBusy();
        return _current = new UnitOfWork(transaction, publisher, CreateOptions(IsolationLevel.Unspecified));
    }

    private UnitOfWorkOptions CreateOptions(IsolationLevel isolationLevel)
    {
        var options = new UnitOfWorkOptions { Outbox = outbox, Services = services, IsolationLevel = isolationLevel };
        if (services?.GetService(typeof(DomainEventSerializer)) is DomainEventSerializer serializer)
        {
            options.IsDurable = domainEvent => serializer.IsDurable(domainEvent.GetType());
        }

        return options;
    }

    private void ThrowIfBusy()
    {
        if (Current is not null)
        {
            throw new InvalidOperationException(
                "This scope has a unit of work already. Commit, roll back or dispose it first, use UnitOfWorkFactory.Current, or open a scope for "
                + "work that commits by itself.");
        }
    }
}
