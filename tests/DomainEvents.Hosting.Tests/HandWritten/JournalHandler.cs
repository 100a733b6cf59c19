namespace DomainEvents.Hosting.Tests.HandWritten;

/// <summary>Enters itself into the journal, and remembers whether its scope has ended.</summary>
public sealed class JournalHandler(Journal journal) : IDomainEventHandler<OrderPlaced>, IDisposable
{
    public bool IsDisposed { get; private set; }

    public void Handle(OrderPlaced domainEvent)
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        journal.Add(this);
    }

    public void Dispose() => IsDisposed = true;
}
