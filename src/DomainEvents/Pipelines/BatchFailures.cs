using System.Runtime.ExceptionServices;
using DomainEvents.Diagnostics;

namespace DomainEvents.Pipelines;

/// <summary>What the publishes of one batch threw.</summary>
internal sealed class BatchFailures
{
    private readonly List<Exception> _exceptions = [];
    private readonly List<(string Source, Exception Exception)> _failures = [];
    private readonly List<string> _handlers = [];

    /// <summary>Notes the failure of one event. Those that end every publish pass through.</summary>
    public static void Add(ref BatchFailures? failures, IDomainEvent domainEvent, Exception exception)
    {
        NestingAbort.ThrowIfAborted(exception);
        failures ??= new BatchFailures();
        failures._exceptions.Add(exception);
        failures.Describe(EventDescription.Of(domainEvent), exception);
    }

    /// <summary>
    /// Throws for all; the cancellation as it is if there was no other failure. A batch of one that a unit of work made fails as its event.
    /// </summary>
    public void Throw(int batchSize, CancellationToken cancellationToken, HandlerPhase? phase = null)
    {
        if (cancellationToken.IsCancellationRequested && _exceptions.TrueForAll(exception => exception is OperationCanceledException))
        {
            ExceptionDispatchInfo.Throw(_exceptions[0]);
        }

        if (phase is not null && batchSize == 1 && _exceptions[0] is DomainEventHandlingException only)
        {
            throw new DomainEventHandlingException(only.Message, only.EventType, only.FailedHandlers, only.InnerExceptions, phase);
        }

        throw new DomainEventHandlingException(
            $"{_exceptions.Count} of {batchSize} events failed: {FailureDescription.Of(_failures)}",
            null,
            _handlers,
            _exceptions,
            phase);
    }

    private void Describe(string domainEvent, Exception exception)
    {
        if (exception is not DomainEventHandlingException { EventType: not null } handling)
        {
            _failures.Add((domainEvent, exception));
            return;
        }

        _handlers.AddRange(handling.FailedHandlers);
        _failures.AddRange(handling.FailedHandlers.Select((handler, i) => ($"{domainEvent} -> {handler}", handling.InnerExceptions[i])));
    }
}
