namespace DomainEvents.Persistence.UnitsOfWork;

/// <summary>How far a unit of work has come.</summary>
internal enum UnitOfWorkState
{
    /// <summary>It is open: also after the database has refused a commit, which may be tried again.</summary>
    Active,

    /// <summary>Handlers are running before the commit.</summary>
    Committing,

    /// <summary>A handler or the outbox failed: what it did is half done, and only rolling back helps.</summary>
    Failed,

    Committed,

    RolledBack,

    Disposed,
}
