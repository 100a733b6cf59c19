using DomainEvents.CompilerServices;
using DomainEvents.Pipelines;

namespace DomainEvents;

/// <content>The two halves of a publish, for a unit of work.</content>
public sealed partial class DomainEventPublisher
{
    /// <summary>
    /// Runs the <see cref="HandlerPhase.InTransaction"/> handlers of an event, one after the other, and ends at the first that throws.
    /// Subscriptions are not called. For a unit of work, before its commit.
    /// </summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The scope of the transaction; <see langword="null"/> opens one if the event needs it.</param>
    /// <exception cref="DomainEventHandlingException">A handler threw. Its <see cref="DomainEventHandlingException.Phase"/> is this one.</exception>
    /// <exception cref="AsyncHandlersException">A handler of the phase is asynchronous. None has run.</exception>
    public void PublishInTransaction(IDomainEvent domainEvent, IServiceProvider? services) =>
        PublishDeep(PipelineOf(domainEvent, HandlerPhase.InTransaction), domainEvent, services);

    /// <inheritdoc cref="PublishInTransaction" />
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The scope of the transaction; <see langword="null"/> opens one if the event needs it.</param>
    /// <param name="cancellationToken">Checked before the first handler and passed on to each.</param>
    public ValueTask PublishInTransactionAsync(
        IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken = default)
    {
        var pipeline = PipelineOf(domainEvent, HandlerPhase.InTransaction);
        return cancellationToken.IsCancellationRequested
            ? RefuseAsync(cancellationToken)
            : PublishDeepAsync(pipeline, domainEvent, services, cancellationToken);
    }

    /// <summary>
    /// Runs the <see cref="HandlerPhase.AfterCommit"/> handlers of some events and the subscriptions to them. Every handler of every
    /// event runs; then one exception tells of all failures. For a unit of work that has committed, and for a relay.
    /// </summary>
    /// <param name="domainEvents">The events, in order.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one for each event that needs it.</param>
    /// <exception cref="DomainEventHandlingException">Handlers threw. Its <see cref="DomainEventHandlingException.Phase"/> is this one.</exception>
    public void PublishAfterCommit(IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services)
    {
        CheckBatch(domainEvents);
        BatchFailures? failures = null;
        for (var i = 0; i < domainEvents.Count; i++)
        {
            try
            {
                PublishDeep(PipelineOf(domainEvents[i], HandlerPhase.AfterCommit), domainEvents[i], services);
            }
            catch (Exception exception)
            {
                BatchFailures.Add(ref failures, domainEvents[i], exception);
            }
        }

        failures?.Throw(domainEvents.Count, CancellationToken.None, HandlerPhase.AfterCommit);
    }

    /// <inheritdoc cref="PublishAfterCommit" />
    /// <param name="domainEvents">The events, in order.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one for each event that needs it.</param>
    /// <param name="cancellationToken">Checked before each event and passed on to each handler.</param>
    public async ValueTask PublishAfterCommitAsync(
        IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services, CancellationToken cancellationToken = default)
    {
        CheckBatch(domainEvents);
        BatchFailures? failures = null;
        for (var i = 0; i < domainEvents.Count; i++)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                await PublishDeepAsync(PipelineOf(domainEvents[i], HandlerPhase.AfterCommit), domainEvents[i], services, cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (Exception exception)
            {
                BatchFailures.Add(ref failures, domainEvents[i], exception);
                if (cancellationToken.IsCancellationRequested)
                {
                    break;
                }
            }
        }

        failures?.Throw(domainEvents.Count, cancellationToken, HandlerPhase.AfterCommit);
    }

    /// <summary>
    /// Throws if the handlers of a phase cannot be called synchronously, subscriptions included in <see cref="HandlerPhase.AfterCommit"/>.
    /// A synchronous unit of work asks before it commits: afterwards it is too late to refuse.
    /// </summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="phase">The phase.</param>
    /// <exception cref="AsyncHandlersException">Names the asynchronous handlers.</exception>
    public void RefuseAsyncHandlers(IDomainEvent domainEvent, HandlerPhase phase) =>
        PipelineOf(domainEvent, phase).RefuseAsyncHandlers(domainEvent);

    private EventPipeline PipelineOf(IDomainEvent domainEvent, HandlerPhase phase) =>
        (_slotTable.Find(domainEvent) ?? _builder.Build(domainEvent)).Of(phase);
}
