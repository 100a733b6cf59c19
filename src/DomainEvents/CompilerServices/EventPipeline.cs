using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>What a publisher does with the events of one type.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class EventPipeline
{
    /// <summary>The handle of the class whose events find the pipeline by the index that they carry; 0 while there is none.</summary>
    internal nint IndexedClass;

    private EventPipeline? _inTransaction;
    private EventPipeline? _afterCommit;

    /// <summary>Runs the handlers. The caller has checked the arguments and counts the depth.</summary>
    public abstract void Invoke(IDomainEvent domainEvent, IServiceProvider? services);

    /// <summary>Runs the handlers asynchronously.</summary>
    public abstract ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken);

    /// <summary>The pipeline of the handlers of one phase; subscriptions belong to <see cref="HandlerPhase.AfterCommit"/>. Made on first use.</summary>
    internal EventPipeline Of(HandlerPhase phase) => phase == HandlerPhase.InTransaction
        ? _inTransaction ??= CreatePhase(phase)
        : _afterCommit ??= CreatePhase(phase);

    /// <summary>Throws the <see cref="AsyncHandlersException"/> that names the asynchronous handlers, if there are any.</summary>
    internal abstract void RefuseAsyncHandlers(IDomainEvent domainEvent);

    /// <summary>Makes the pipeline of one phase. Two threads may each make one; either serves.</summary>
    internal abstract EventPipeline CreatePhase(HandlerPhase phase);
}
