namespace DomainEvents;

/// <summary>When a handler sees an event that was raised in a unit of work. <c>Publish</c> runs the handlers of both phases at once.</summary>
public enum HandlerPhase
{
    /// <summary>After the unit of work has committed.</summary>
    AfterCommit = 0,

    /// <summary>Inside the transaction, before the commit. The first error stops the phase.</summary>
    InTransaction = 1,
}
