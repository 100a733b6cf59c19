namespace DomainEvents.Persistence;

/// <summary>The messages that the relay gave up. Safe for use by several threads and processes.</summary>
public interface IDeadLetters
{
    /// <summary>Reads dead letters, the oldest first.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    IAsyncEnumerable<DeadLetter> QueryAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Takes dead letters back into the outbox, with their ids and all attempts to come, and lets their streams go on.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Gives up waiting; then none was taken back.</param>
    /// <returns>How many.</returns>
    Task<int> ReplayAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default);

    /// <summary>Deletes dead letters for good, and lets their streams go on without them.</summary>
    /// <param name="filter">Which ones.</param>
    /// <param name="cancellationToken">Gives up waiting; then none was deleted.</param>
    /// <returns>How many.</returns>
    Task<int> PurgeAsync(DeadLetterFilter filter, CancellationToken cancellationToken = default);
}
