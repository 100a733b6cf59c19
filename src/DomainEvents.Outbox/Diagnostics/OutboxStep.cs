namespace DomainEvents.Persistence;

/// <summary>The points between which a crash leaves something different behind. The proof suite kills the process in each.</summary>
internal enum OutboxStep
{
    BeforeInsert,
    BeforeCommit,
    AfterCommit,
    AfterSignal,
    AfterAcquire,
    AfterRead,
    AfterSend,
    AfterConfirm,
    BeforeDelete,
    BeforeDeleteCommit,
    AfterDeleteCommit,
    BeforeDeadMove,
    AfterRenew,
    AfterInboxInsert,
    BeforeHandlerCommit,
    BeforeRelease,
}
