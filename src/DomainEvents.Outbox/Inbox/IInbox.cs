using System.Data.Common;

namespace DomainEvents.Persistence;

/// <summary>
/// Remembers which messages a consumer has handled, in the handler's own transaction: so a message that arrives twice has its effect once.
/// Safe for use by several threads.
/// </summary>
public interface IInbox
{
    /// <summary>Call it first in the handler's transaction, and do nothing if the result is <see langword="false"/>.</summary>
    /// <param name="transaction">The transaction in which the handler writes; an open one of the inbox's database.</param>
    /// <param name="consumer">Who handles the message: each consumer handles each message once.</param>
    /// <param name="messageId">The message's id, which is the event's.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns><see langword="false"/> if the consumer has handled the message already. The transaction stays usable.</returns>
    /// <remarks>Where another transaction is handling the same message just now, it waits for that one to end.</remarks>
    Task<bool> TryBeginAsync(DbTransaction transaction, string consumer, Guid messageId, CancellationToken cancellationToken = default);
}
