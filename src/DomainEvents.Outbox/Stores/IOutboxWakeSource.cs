namespace DomainEvents.Persistence;

/// <summary>Tells the relay of commits in other processes. Never needed for correctness: without it the relay polls.</summary>
internal interface IOutboxWakeSource
{
    /// <summary>Listens until it is cancelled. When it throws, it is started again a little later.</summary>
    Task RunAsync(CancellationToken cancellationToken);
}
