using System.Transactions;
using DomainEvents.Persistence.UnitsOfWork;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <content>Finds the events of a save, and hands the durable ones to what writes them.</content>
internal sealed partial class CaptureInterceptor
{
    /// <summary>Enters the events of tracked entities that this transaction does not have yet.</summary>
    private static List<IDomainEvent> Collect(DbContext context, ContextEvents events, ContextServices services)
    {
        List<IDomainEvent> found = [];
        events.Frame!.WritesChanges = false;
        foreach (var entry in context.ChangeTracker.Entries<IHasDomainEvents>())
        {
            events.Frame.WritesChanges = events.Frame.WritesChanges || IsWritten(entry);
            var buffer = entry.Entity.DomainEvents;
            for (var i = 0; i < buffer.Count; i++)
            {
                if (!events.Ledger.Contains(buffer[i]))
                {
                    var isDurable = services.Serializer.IsDurable(buffer[i].GetType());
                    events.Ledger.Add(new CapturedEvent(buffer[i], buffer, isDurable ? new EntityStream(entry).Get : null, isDurable));
                    found.Add(buffer[i]);
                }
            }
        }

        return found;
    }

    /// <summary>Whether the save has a statement for an entity.</summary>
    private static bool IsWritten(EntityEntry entry) => entry.State switch
    {
        EntityState.Added or EntityState.Deleted => true,
        EntityState.Modified => entry.Properties.Any(static property =>
            property.IsModified && property.Metadata.GetAfterSaveBehavior() == PropertySaveBehavior.Save),
        _ => false,
    };

    private static void RefuseAsyncHandlers(ContextServices services, ContextEvents events)
    {
        foreach (var captured in events.Ledger.Events)
        {
            if (!captured.IsDurable)
            {
                services.Publisher.RefuseAsyncHandlers(captured.Event, HandlerPhase.AfterCommit);
            }
        }
    }

    /// <summary>Adds the messages of durable events to what the save writes.</summary>
    private static void Stage(DbContext context, ContextEvents events, ContextServices services)
    {
        if (events.Ledger.Count == events.Frame!.FirstEvent)
        {
            return;
        }

        if ((Transaction.Current ?? context.Database.GetEnlistedTransaction()) is not null)
        {
            throw new InvalidOperationException(
                "Entities raised events inside a TransactionScope, whose commit EF Core does not report. Begin the transaction by "
                + "context.Database.BeginTransaction instead. Nothing was saved.");
        }

        var messages = events.Ledger.CreateMessages(services.Messages);
        if (messages.Length == 0)
        {
            return;
        }

        Check(context, events.Frame, messages[0].Type);
        if (events.Frame is { IsImplicit: true, WritesChanges: true } && OutboxInsert.Of(context) is not null)
        {
            events.Frame.WriteAtCommit(context, messages);
            return;
        }

        foreach (var message in messages)
        {
            events.Frame.Add(context.Add(OutboxRow.From(message)));
        }
    }

    private static void Check(DbContext context, SaveFrame frame, string eventType)
    {
        if (context.Model.FindEntityType(typeof(OutboxRow)) is null)
        {
            throw new InvalidOperationException(
                $"The event '{eventType}' is durable, and the model of {context.GetType()} has no outbox to write it to. Call "
                + "modelBuilder.AddOutbox() in OnModelCreating. Nothing was saved.");
        }

        if (frame.IsImplicit && context.Database.AutoTransactionBehavior == AutoTransactionBehavior.Never)
        {
            throw new InvalidOperationException(
                $"The event '{eventType}' is durable, and AutoTransactionBehavior.Never lets EF Core save without a transaction: the event and "
                + "the change could part. Begin a transaction before saving. Nothing was saved.");
        }
    }
}
