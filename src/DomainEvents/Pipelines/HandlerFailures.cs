using System.Runtime.ExceptionServices;
using DomainEvents.Diagnostics;

namespace DomainEvents.Pipelines;

/// <summary>What the handlers of one publish threw.</summary>
internal sealed class HandlerFailures
{
    private readonly List<(string Handler, Exception Exception)> _failures = [];

    /// <summary>Notes a failure. Called in the order of the handlers, also when they ran together.</summary>
    public static void Add(ref HandlerFailures? failures, string handler, Exception exception)
    {
        failures ??= new HandlerFailures();
        failures._failures.Add((handler, exception));
    }

    /// <summary>
    /// Throws for all: the one <see cref="DomainEventHandlingException"/>, or the cancellation as it is if every failure is the
    /// cancellation of the caller's token.
    /// </summary>
    public void Throw(IDomainEvent domainEvent, CancellationToken cancellationToken, HandlerPhase? phase = null)
    {
        if (cancellationToken.IsCancellationRequested && _failures.TrueForAll(failure => IsCancellation(failure.Exception, cancellationToken)))
        {
            ExceptionDispatchInfo.Throw(_failures[0].Exception);
        }

        throw Describe(domainEvent, _failures.ConvertAll(failure => (failure.Handler, failure.Exception)), phase);
    }

    /// <summary>One failure, for those who are told although no caller is.</summary>
    public static DomainEventHandlingException Describe(IDomainEvent domainEvent, string handler, Exception exception) =>
        Describe(domainEvent, [(handler, exception)], null);

    private static DomainEventHandlingException Describe(
        IDomainEvent domainEvent, List<(string Handler, Exception Exception)> failures, HandlerPhase? phase)
    {
        var message =
            $"{failures.Count} {(failures.Count == 1 ? "handler" : "handlers")} of event {EventDescription.Of(domainEvent)} failed: " +
            FailureDescription.Of(failures);
        return new DomainEventHandlingException(
            message,
            EventDescription.EventTypeOf(domainEvent),
            failures.ConvertAll(failure => failure.Handler),
            failures.Select(failure => failure.Exception),
            phase);
    }

    private static bool IsCancellation(Exception exception, CancellationToken cancellationToken) =>
        exception is OperationCanceledException cancellation && cancellation.CancellationToken == cancellationToken;
}
