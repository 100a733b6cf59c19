using DomainEvents.Pipelines;

namespace DomainEvents;

/// <content>Batches.</content>
public sealed partial class DomainEventPublisher
{
    /// <inheritdoc />
    public void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents) => PublishBatch(domainEvents, null);

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    /// <param name="domainEvents">The events, in order.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one for each event that needs it.</param>
    public void PublishBatch(IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services)
    {
        CheckBatch(domainEvents);
        BatchFailures? failures = null;
        for (var i = 0; i < domainEvents.Count; i++)
        {
            try
            {
                Publish(domainEvents[i], services);
            }
            catch (Exception exception)
            {
                BatchFailures.Add(ref failures, domainEvents[i], exception);
            }
        }

        failures?.Throw(domainEvents.Count, CancellationToken.None);
    }

    /// <inheritdoc />
    public ValueTask PublishBatchAsync(IReadOnlyList<IDomainEvent> domainEvents, CancellationToken cancellationToken = default) =>
        PublishBatchAsync(domainEvents, null, cancellationToken);

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    /// <param name="domainEvents">The events, in order.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one for each event that needs it.</param>
    /// <param name="cancellationToken">Checked before each event and passed on to each handler.</param>
    public ValueTask PublishBatchAsync(
        IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services, CancellationToken cancellationToken = default)
    {
        CheckBatch(domainEvents);
        return ContinueBatchAsync(domainEvents, services, cancellationToken);
    }

    private static void CheckBatch(IReadOnlyList<IDomainEvent> domainEvents)
    {
        ArgumentNullException.ThrowIfNull(domainEvents);
        for (var i = 0; i < domainEvents.Count; i++)
        {
            if (domainEvents[i] is null)
            {
                throw new ArgumentNullException(nameof(domainEvents), $"The event at {i} is null. No event was published.");
            }
        }
    }

    private async ValueTask ContinueBatchAsync(
        IReadOnlyList<IDomainEvent> domainEvents, IServiceProvider? services, CancellationToken cancellationToken)
    {
        BatchFailures? failures = null;
        for (var i = 0; i < domainEvents.Count; i++)
        {
            try
            {
                await PublishAsync(domainEvents[i], services, cancellationToken).ConfigureAwait(false);
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

        failures?.Throw(domainEvents.Count, cancellationToken);
    }
}
