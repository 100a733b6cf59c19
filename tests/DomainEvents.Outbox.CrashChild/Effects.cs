namespace DomainEvents.Persistence.CrashChild;

/// <summary>What a message leads to in the consumer: a row, in the transaction of the inbox.</summary>
internal sealed class Effects(InboxTransaction inbox) : IAsyncDomainEventHandler<AccountChanged>
{
    public async ValueTask HandleAsync(AccountChanged domainEvent, CancellationToken cancellationToken) =>
        await Databases.ExecuteAsync(inbox.Transaction, $"insert into effect values ('{domainEvent.EventId}', '{domainEvent.Place}')");
}
