using DomainEvents;

namespace Mall.Billing;

/// <summary>Counts payments.</summary>
public sealed class Ledger
{
    public int Entries { get; internal set; }

    /// <summary>An internal handler, known to the tables of both modules.</summary>
    [DomainEventHandler]
    internal static void Book(InvoicePaid domainEvent, Ledger ledger) => ledger.Entries++;
}
