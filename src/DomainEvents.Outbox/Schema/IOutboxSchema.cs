namespace DomainEvents.Persistence;

/// <summary>Creates and upgrades the tables of outbox and inbox.</summary>
public interface IOutboxSchema
{
    /// <summary>The version of the tables that this release works with.</summary>
    int TargetVersion { get; }

    /// <summary>The statements that create the tables, or upgrade them from an earlier version, for those who run their own scripts.</summary>
    /// <param name="fromVersion">The version that the tables have now; zero when there are none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such version.</exception>
    string CreateScript(int fromVersion = 0);

    /// <summary>Reads which version the tables have.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Zero when there are no tables.</returns>
    Task<int> ReadVersionAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates the tables or brings them to <see cref="TargetVersion"/>. Harmless when they have it, and when several processes do it at once.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OutboxSchemaException">The tables are of a later release.</exception>
    Task EnsureCreatedAsync(CancellationToken cancellationToken = default);

    /// <summary>Checks that the tables are those of this release, without changing anything.</summary>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="OutboxSchemaException">There are no tables, or of another version. The message says what to do.</exception>
    Task ValidateAsync(CancellationToken cancellationToken = default);
}
