namespace DomainEvents.Persistence;

/// <summary>A point in a unit of work to which it can be rolled back, more than once.</summary>
public interface ISavepoint
{
    /// <summary>
    /// Undoes what the transaction did since, and discards the events that were raised since. An object that was enlisted since leaves the
    /// unit of work and keeps its events. A unit of work whose commit failed can go on afterwards.
    /// </summary>
    /// <exception cref="InvalidOperationException">The point is gone: released, or set after one that was rolled back to.</exception>
    void Rollback();

    /// <inheritdoc cref="Rollback" />
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    Task RollbackAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets the point and those set after it. What happened since stays part of the transaction.</summary>
    /// <exception cref="InvalidOperationException">The point is gone.</exception>
    void Release();

    /// <inheritdoc cref="Release" />
    /// <param name="cancellationToken">Gives up waiting for the database.</param>
    Task ReleaseAsync(CancellationToken cancellationToken = default);
}
