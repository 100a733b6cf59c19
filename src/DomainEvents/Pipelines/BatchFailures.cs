using System.Runtime.ExceptionServices;
using DomainEvents.Diagnostics;

namespace DomainEvents.Pipelines;

/// <summary>What the publishes of one batch threw.</summary>
internal sealed class BatchFailures
{
    private readonly List<Exception> _exceptions = [];
    private readonly List<string> _events = [];
    private readonly List<string> _handlers = [];

    /// <summary>Notes the failure of one event. Those that end every publish pass through.</summary>
    public static void Add(ref BatchFailures? failures, IDomainEvent domainEvent, Exception exception)
    {
        NestingAbort.ThrowIfAborted(exception);
        failures ??= new BatchFailures();
        failures._exceptions.Add(exception);
        failures._events.Add(EventDescription.Of(domainEvent));
        failures._handlers.AddRange((exception as DomainEventHandlingException)?.FailedHandlers ?? []);
    }

    /// <summary>Throws for all; the cancellation as it is if there was no other failure.</summary>
    public void Throw(int batchSize, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested && _exceptions.TrueForAll(exception => exception is OperationCanceledException))
        {
            ExceptionDispatchInfo.Throw(_exceptions[0]);
        }

        throw new DomainEventHandlingException(
            $"{_exceptions.Count} of {batchSize} events failed: {string.Join(", ", _events)}. Handlers: {string.Join(", ", _handlers)}.",
            null,
            _handlers,
            _exceptions);
    }
}
