using System.Data.Common;

namespace DomainEvents.Persistence;

/// <summary>
/// A transaction and the events that belong to it. Handlers of <see cref="HandlerPhase.InTransaction"/> run before the commit and are part
/// of it; durable events are written to the outbox in it; all other handlers run after it, if it committed. Nothing is published of
/// what was rolled back. Like its connection it is not for use by several threads at once.
/// </summary>
public interface IUnitOfWork : IAsyncDisposable, IDisposable
{
    /// <summary>The transaction, for the commands of the caller and of handlers. Commit and roll back only through the unit of work.</summary>
    DbTransaction Transaction { get; }

    /// <summary>Makes the events of an object part of the unit of work: those that it has and those that it raises before the commit.</summary>
    /// <param name="root">The object. Enlisting it twice is harmless.</param>
    /// <exception cref="InvalidOperationException">The unit of work is done.</exception>
    void Enlist(IHasDomainEvents root);

    /// <summary>Makes the events of an object part of the unit of work, in the order of a stream.</summary>
    /// <param name="root">The object. Enlisting it again replaces the stream.</param>
    /// <param name="stream">What its durable events belong to. Asked at the commit, when the version is the one that was written.</param>
    /// <exception cref="InvalidOperationException">The unit of work is done.</exception>
    void Enlist(IHasDomainEvents root, Func<StreamRef> stream);

    /// <summary>Records an event that no object raised.</summary>
    /// <typeparam name="TEvent">The event's type.</typeparam>
    /// <param name="domainEvent">The event. One instance is one occurrence: it cannot be raised twice.</param>
    /// <param name="stream">What it belongs to, if it is durable and has an order to keep.</param>
    /// <exception cref="ArgumentException">This very instance was raised already.</exception>
    /// <exception cref="InvalidOperationException">The unit of work is done, or the event is durable and there is no outbox.</exception>
    void Raise<TEvent>(TEvent domainEvent, StreamRef stream = default)
        where TEvent : IDomainEvent;

    /// <summary>
    /// Runs the <see cref="HandlerPhase.InTransaction"/> handlers until none raises a further event, writes durable events to the outbox,
    /// commits, and then runs the other handlers of the other events. If the database refuses the commit, it may be tried again: handlers do
    /// not run twice for it.
    /// </summary>
    /// <exception cref="DomainEventHandlingException">
    /// Handlers threw. Its <see cref="DomainEventHandlingException.Phase"/> tells whether the transaction has committed in spite of it.
    /// </exception>
    /// <exception cref="AsyncHandlersException">A handler is asynchronous. Nothing was committed: call <see cref="CommitAsync"/>.</exception>
    /// <exception cref="DuplicateMessageException">A durable event is in the outbox already. Nothing was committed.</exception>
    /// <exception cref="InvalidOperationException">The unit of work is done, has failed, or handlers raise events without end.</exception>
    void Commit();

    /// <inheritdoc cref="Commit" />
    /// <param name="cancellationToken">
    /// Given to the handlers of the transaction. From the commit on it is not looked at: what was committed is published.
    /// </param>
    Task CommitAsync(CancellationToken cancellationToken = default);

    /// <summary>Rolls the transaction back. Its events are not published; objects keep theirs, for another attempt.</summary>
    /// <exception cref="InvalidOperationException">The unit of work has committed, or is committing.</exception>
    void Rollback();

    /// <inheritdoc cref="Rollback" />
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    Task RollbackAsync(CancellationToken cancellationToken = default);

    /// <summary>Sets a point to which the transaction and its events can be rolled back.</summary>
    /// <exception cref="NotSupportedException">The database's provider has no savepoints.</exception>
    ISavepoint Savepoint();

    /// <inheritdoc cref="Savepoint" />
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    Task<ISavepoint> SavepointAsync(CancellationToken cancellationToken = default);
}
