namespace DomainEvents.Analyzers.Transactions;

/// <summary>What an operation means for the changes that wait to be committed.</summary>
internal enum TransactionStep
{
    None,

    /// <summary>A transaction begins.</summary>
    Begin,

    /// <summary>Something is changed that a save writes later.</summary>
    Track,

    /// <summary>Something is written, for good only if a transaction commits that is open.</summary>
    Execute,

    /// <summary>Changes are written. That commits them, unless a transaction is open.</summary>
    Save,

    /// <summary>A transaction commits.</summary>
    Commit,
}
