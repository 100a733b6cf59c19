namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>Finishes later than it returns, and can only be disposed asynchronously.</summary>
public sealed class AsyncJournalHandler(Journal journal) : IAsyncDomainEventHandler<OrderPlaced>, IAsyncDisposable
{
    public bool IsDisposed { get; private set; }

    public async ValueTask HandleAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        await Task.Yield();
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        journal.Add(this);
    }

    public ValueTask DisposeAsync()
    {
        IsDisposed = true;
        return default;
    }
}
