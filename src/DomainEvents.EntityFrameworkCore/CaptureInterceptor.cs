using System.Data.Common;
using DomainEvents.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>Captures events inside SaveChanges. Has no state of its own: one serves all contexts and their pools.</summary>
internal sealed partial class CaptureInterceptor(DomainEventPublisher? publisher) : ISaveChangesInterceptor
{
    public static CaptureInterceptor Shared { get; } = new(null);

    public InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        // Another interceptor may have stopped the save: its events stay where they are.
        if (eventData.Context is { } context && !result.HasResult)
        {
            var events = Begin(context);
            try
            {
                var services = ServicesOf(context, events);
                events.Frame!.IsDraining = true;
                new TransactionDrain(services.Publisher, services.InTransaction).Run(() => Collect(context, events, services));
                events.Frame.IsDraining = false;
                if (events.Frame.IsImplicit)
                {
                    RefuseAsyncHandlers(services, events);
                }

                Stage(context, events, services);
            }
            catch
            {
                events.Abandon();
                throw;
            }
        }

        return result;
    }

    public async ValueTask<InterceptionResult<int>> SavingChangesAsync(
        DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        // Another interceptor may have stopped the save: its events stay where they are.
        if (eventData.Context is { } context && !result.HasResult)
        {
            var events = Begin(context);
            try
            {
                var services = ServicesOf(context, events);
                events.Frame!.IsDraining = true;
                await new TransactionDrain(services.Publisher, services.InTransaction)
                    .RunAsync(() => Collect(context, events, services), cancellationToken).ConfigureAwait(false);
                events.Frame.IsDraining = false;
                Stage(context, events, services);
            }
            catch
            {
                events.Abandon();
                throw;
            }
        }

        return result;
    }

    public int SavedChanges(SaveChangesCompletedEventData eventData, int result)
    {
        if (TakeLateMessages(eventData.Context, out var transaction) is { } messages)
        {
            OutboxInsert.Of(eventData.Context!)!.Execute(transaction!, messages, eventData.Context!.Database.GetCommandTimeout());
        }

        if (Finish(eventData.Context, out var services) is { } transient)
        {
            services!.Publisher.PublishAfterCommit(transient, services.AfterCommit);
        }

        return result;
    }

    public async ValueTask<int> SavedChangesAsync(
        SaveChangesCompletedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (TakeLateMessages(eventData.Context, out var transaction) is { } messages)
        {
            var timeout = eventData.Context!.Database.GetCommandTimeout();
            await OutboxInsert.Of(eventData.Context)!.ExecuteAsync(transaction!, messages, timeout, cancellationToken).ConfigureAwait(false);
        }

        if (Finish(eventData.Context, out var services) is { } transient)
        {
            // What was committed is published, whatever the token says by now.
            await services!.Publisher.PublishAfterCommitAsync(transient, services.AfterCommit, CancellationToken.None).ConfigureAwait(false);
        }

        return result;
    }

    public void SaveChangesFailed(DbContextErrorEventData eventData)
    {
        var conflict = StreamConflictException.Find(eventData.Context, eventData.Exception);
        Abandon(eventData.Context);
        if (conflict is not null)
        {
            throw conflict;
        }
    }

    public Task SaveChangesFailedAsync(DbContextErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        SaveChangesFailed(eventData);
        return Task.CompletedTask;
    }

    public void SaveChangesCanceled(DbContextEventData eventData) => Abandon(eventData.Context);

    public Task SaveChangesCanceledAsync(DbContextEventData eventData, CancellationToken cancellationToken = default)
    {
        Abandon(eventData.Context);
        return Task.CompletedTask;
    }

    private static ContextEvents Begin(DbContext context)
    {
        var events = ContextEvents.Of(context);
        var transaction = context.Database.CurrentTransaction;
        events.Enter(transaction);
        if (events.Frame is not null && transaction is null)
        {
            throw new InvalidOperationException(
                "An InTransaction handler called SaveChanges, and there is no transaction: what it saves would be committed before the save "
                + "that called it. Leave it to that save to write the handler's changes, or begin a transaction before saving.");
        }

        events.Frame = new SaveFrame(events.Frame, transaction is null, events.Ledger.Count, events.Ledger.WrittenCount);
        return events;
    }

    private static void Abandon(DbContext? context)
    {
        // Without a frame the save has succeeded, and a handler failed after it.
        if (context is not null && ContextEvents.Of(context) is { Frame: { IsDraining: false } } events)
        {
            events.Abandon();
        }
    }

    private ContextServices ServicesOf(DbContext context, ContextEvents events) =>
        events.Services ??= ContextServices.Of(context, publisher, events.Scope);

    /// <summary>
    /// The messages that were left to the commit of the save's own transaction, where another interceptor has begun one since: it takes them.
    /// </summary>
    private static OutboxMessage[]? TakeLateMessages(DbContext? context, out DbTransaction? transaction)
    {
        transaction = null;
        if (context is null
            || ContextEvents.Of(context) is not { Frame: { IsDraining: false, IsUnwritten: true } frame }
            || context.Database.CurrentTransaction is not { } current)
        {
            return null;
        }

        if (context.ChangeTracker.HasChanges())
        {
            throw new InvalidOperationException(
                "Another interceptor began a transaction after the events of this save were captured, and the save has not accepted its changes: "
                + "whether they were written cannot be told. Call UseDomainEvents after that interceptor is added, or begin the transaction "
                + "before saving. Roll back: the events are still with their entities.");
        }

        transaction = current.GetDbTransaction();
        return frame.TakeMessages();
    }

    /// <returns>The events whose handlers run now; <see langword="null"/> if the transaction goes on.</returns>
    private List<IDomainEvent>? Finish(DbContext? context, out ContextServices? services)
    {
        services = null;
        if (context is null || ContextEvents.Of(context) is not { Frame: { IsDraining: false } frame } events)
        {
            return null;
        }

        if (frame.IsUnwritten)
        {
            events.Abandon();
            return context.ChangeTracker.HasChanges() ? null : throw new InvalidOperationException(
                "Entities raised durable events, and the save had nothing to write: another interceptor or the model took their changes away. "
                + "Nothing was committed, and the events are still with their entities.");
        }

        // A transaction that was begun since is the user's, and the commit is yet to come.
        var later = frame.IsImplicit ? context.Database.CurrentTransaction?.TransactionId : null;
        return events.Finish(later) && events.Ledger.Count > 0 ? Complete(context, events, out services) : null;
    }

    private List<IDomainEvent> Complete(DbContext context, ContextEvents events, out ContextServices services)
    {
        services = ServicesOf(context, events);
        var transient = events.Ledger.Complete();
        if (transient.Count < events.Ledger.Count)
        {
            services.Signal?.Set();
        }

        events.Clear();
        return transient;
    }
}
