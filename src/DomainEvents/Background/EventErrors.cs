using DomainEvents.Diagnostics;

namespace DomainEvents.Background;

/// <summary>Takes the failures of events that nobody awaits to the callback, or to where the publisher's unhandled errors go. Never throws.</summary>
internal sealed class EventErrors(IDomainEventPublisher publisher, Action<IDomainEvent, Exception>? callback)
{
    private readonly UnhandledErrors _unhandled = (publisher as DomainEventPublisher)?.Errors ?? new UnhandledErrors(null);

    public void Report(IDomainEvent domainEvent, Exception exception)
    {
        if (callback is null)
        {
            _unhandled.Report(exception);
            return;
        }

        try
        {
            callback(domainEvent, exception);
        }
        catch (Exception callbackError)
        {
            _unhandled.Report(exception);
            _unhandled.Report(callbackError);
        }
    }

    /// <summary>Reports what belongs to no event.</summary>
    public void Report(Exception exception) => _unhandled.Report(exception);
}
