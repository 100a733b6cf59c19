using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <content>
/// Follows transactions that the user has begun. Those that EF Core begins for one save are left to the save, which ends after them; only its
/// messages are written at their end.
/// </content>
internal sealed partial class CaptureInterceptor : IDbTransactionInterceptor
{
    public DbTransaction TransactionUsed(DbConnection connection, TransactionEventData eventData, DbTransaction result)
    {
        Use(eventData);
        return result;
    }

    public ValueTask<DbTransaction> TransactionUsedAsync(
        DbConnection connection, TransactionEventData eventData, DbTransaction result, CancellationToken cancellationToken = default)
    {
        Use(eventData);
        return ValueTask.FromResult(result);
    }

    public InterceptionResult TransactionCommitting(DbTransaction transaction, TransactionEventData eventData, InterceptionResult result)
    {
        if (TakeMessages(eventData.Context) is { } messages)
        {
            OutboxInsert.Of(eventData.Context!)!.Execute(transaction, messages, eventData.Context!.Database.GetCommandTimeout());
        }
        else if (Find(eventData.Context) is { } events)
        {
            ThrowIfUncertain(events);
            RefuseAsyncHandlers(ServicesOf(eventData.Context!, events), events);
        }

        return result;
    }

    public async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (TakeMessages(eventData.Context) is { } messages)
        {
            var timeout = eventData.Context!.Database.GetCommandTimeout();
            await OutboxInsert.Of(eventData.Context)!.ExecuteAsync(transaction, messages, timeout, cancellationToken).ConfigureAwait(false);
        }
        else if (Find(eventData.Context) is { } events)
        {
            ThrowIfUncertain(events);
        }

        return result;
    }

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData)
    {
        if (Find(eventData.Context) is { } events)
        {
            var transient = Complete(eventData.Context!, events, out var services);
            LeaveTransaction(eventData.Context!);
            services.Publisher.PublishAfterCommit(transient, services.AfterCommit);
        }
    }

    public async Task TransactionCommittedAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (Find(eventData.Context) is { } events)
        {
            var transient = Complete(eventData.Context!, events, out var services);
            LeaveTransaction(eventData.Context!);
            await services.Publisher.PublishAfterCommitAsync(transient, services.AfterCommit, CancellationToken.None).ConfigureAwait(false);
        }
    }

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => Find(eventData.Context)?.Clear();

    public Task TransactionRolledBackAsync(
        DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Find(eventData.Context)?.Clear();
        return Task.CompletedTask;
    }

    public void CreatedSavepoint(DbTransaction transaction, TransactionEventData eventData) => Of(eventData)?.AddSavepoint();

    public Task CreatedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData)?.AddSavepoint();
        return Task.CompletedTask;
    }

    public void ReleasedSavepoint(DbTransaction transaction, TransactionEventData eventData) => Of(eventData)?.ReleaseSavepoint();

    public Task ReleasedSavepointAsync(DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData)?.ReleaseSavepoint();
        return Task.CompletedTask;
    }

    public void RolledBackToSavepoint(DbTransaction transaction, TransactionEventData eventData) => Of(eventData)?.RollBackToSavepoint();

    public Task RolledBackToSavepointAsync(
        DbTransaction transaction, TransactionEventData eventData, CancellationToken cancellationToken = default)
    {
        Of(eventData)?.RollBackToSavepoint();
        return Task.CompletedTask;
    }

    private static void Use(TransactionEventData eventData) => Of(eventData)?.Use(eventData.TransactionId);

    private static ContextEvents? Of(TransactionEventData eventData)
    {
        if (eventData.Context is not { } context)
        {
            return null;
        }

        var events = ContextEvents.Of(context);
        events.EnterTransaction(eventData.TransactionId);
        return events;
    }

    /// <summary>The messages that a save has left to the end of its own transaction.</summary>
    private static OutboxMessage[]? TakeMessages(DbContext? context) =>
        context is not null && ContextEvents.Of(context) is { Frame: { IsImplicit: true, IsDraining: false } save } ? save.TakeMessages() : null;

    /// <summary>The events of a transaction that the user has begun, if it has any.</summary>
    private static ContextEvents? Find(DbContext? context) =>
        context is not null && ContextEvents.Of(context) is { Frame: null, Ledger.Count: > 0 } events ? events : null;

    /// <summary>So that handlers may save with the same context: EF Core still holds the transaction that is over.</summary>
    private static void LeaveTransaction(DbContext context) => context.Database.UseTransaction(null);

    private static void ThrowIfUncertain(ContextEvents events)
    {
        if (events.IsUncertain)
        {
            throw new InvalidOperationException(
                "The transaction was rolled back to one of several savepoints, with events saved between them, and EF Core does not tell to "
                + "which: some of the events may have been undone. Release a savepoint before setting the next, or save in one transaction "
                + "for each. Nothing was committed.");
        }
    }
}
