using System.Data.Common;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence;

/// <summary>Writes durable events to an outbox and wakes its relay. Safe for use by several threads.</summary>
/// <param name="store">The outbox.</param>
/// <param name="messages">Makes messages of events.</param>
/// <param name="signal">Wakes the relay of this process; <see langword="null"/> leaves it to its own clock.</param>
public sealed class OutboxWriter(IOutboxStore store, OutboxMessageFactory messages, OutboxSignal? signal = null)
{
    internal OutboxMessageFactory Messages => messages;

    /// <summary>The writer of a container, which has one if it has an outbox.</summary>
    internal static OutboxWriter? From(IServiceProvider services) =>
        services.GetService<OutboxWriter>()
        ?? (services.GetService<IOutboxStore>() is { } store
            ? new OutboxWriter(store, services.GetRequiredService<OutboxMessageFactory>(), services.GetService<OutboxSignal>())
            : null);

    internal ValueTask AppendAsync(DbTransaction transaction, OutboxMessage[] appended, CancellationToken cancellationToken) =>
        store.AppendAsync(transaction, appended, cancellationToken);

    /// <summary>For synchronous callers. Embedded stores have written when the call returns; a server's answer is waited for.</summary>
    internal void Append(DbTransaction transaction, OutboxMessage[] appended)
    {
        var writing = store.AppendAsync(transaction, appended);
        if (writing.IsCompleted)
        {
            writing.GetAwaiter().GetResult();
            return;
        }

        writing.AsTask().GetAwaiter().GetResult();
    }

    internal void Wake() => signal?.Set();
}
