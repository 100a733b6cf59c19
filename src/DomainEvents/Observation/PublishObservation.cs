using DomainEvents.Diagnostics;

namespace DomainEvents.Observation;

/// <summary>One publish of one event.</summary>
internal sealed class PublishObservation
{
    private static long s_lastNumber;

    private readonly PublishObserver[] _observers;
    private readonly TimeProvider _timeProvider;
    private readonly UnhandledErrors _errors;
    private readonly long _timestamp;

    // The publish itself and each handler off the caller's path.
    private int _open = 1;
    private int _calls;

    private PublishObservation(
        PublishObserver[] observers, IDomainEvent domainEvent, HandlerPhase? phase, TimeProvider timeProvider, UnhandledErrors errors)
    {
        _observers = observers;
        _timeProvider = timeProvider;
        _errors = errors;
        Number = Interlocked.Increment(ref s_lastNumber);
        Event = domainEvent;
        Phase = phase;
        EventId = EventDescription.EventIdOf(domainEvent);
        EventType = EventDescription.EventTypeOf(domainEvent);
        Cause = PublishCause.Current;
        StartedAt = timeProvider.GetUtcNow();
        _timestamp = timeProvider.GetTimestamp();
    }

    /// <summary>Counts the observed publishes of the process from 1 up. An event may be published several times.</summary>
    public long Number { get; }

    public IDomainEvent Event { get; }

    /// <summary>The event's id; the empty one if its getter throws.</summary>
    public Guid EventId { get; }

    public string EventType { get; }

    /// <summary>
    /// The phase of a unit of work, which publishes an event once a phase, in the transaction only if there are handlers;
    /// <see langword="null"/> for a plain publish.
    /// </summary>
    public HandlerPhase? Phase { get; }

    /// <summary>The handler call that published the event, or <see langword="null"/>.</summary>
    public PublishCause? Cause { get; }

    /// <summary>In UTC.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>From the start until the publish went back to its caller; zero before that.</summary>
    public TimeSpan Duration { get; private set; }

    /// <summary>What the caller got, or <see langword="null"/>.</summary>
    public Exception? Exception { get; private set; }

    /// <summary>Begins a publish and tells the observers.</summary>
    public static PublishObservation Start(
        PublishObserver[] observers, IDomainEvent domainEvent, HandlerPhase? phase, TimeProvider timeProvider, UnhandledErrors errors)
    {
        var publish = new PublishObservation(observers, domainEvent, phase, timeProvider, errors);
        publish.Notify(static (observer, publish) => observer.OnPublishStarted(publish), publish);
        return publish;
    }

    /// <summary>Begins a handler call and tells the observers.</summary>
    public HandlerObservation StartHandler(string name, bool isAsync, bool isBackground)
    {
        var number = Interlocked.Increment(ref _calls);
        var handler = new HandlerObservation(this, number, name, isAsync, isBackground, _timeProvider.GetUtcNow(), _timeProvider.GetTimestamp());
        Notify(static (observer, handler) => observer.OnHandlerStarted(handler), handler);
        return handler;
    }

    /// <summary>Ends a handler call and tells the observers.</summary>
    public void EndHandler(HandlerObservation handler, Exception? exception)
    {
        handler.Duration = _timeProvider.GetElapsedTime(handler.Timestamp);
        handler.Exception = exception;
        Notify(static (observer, handler) => observer.OnHandlerEnded(handler), handler);
    }

    /// <summary>Notes that a handler will run off the caller's path.</summary>
    public void Defer() => Interlocked.Increment(ref _open);

    /// <summary>Notes that a handler off the caller's path has ended, or will never run.</summary>
    public void Settle()
    {
        if (Interlocked.Decrement(ref _open) == 0)
        {
            Notify(static (observer, publish) => observer.OnSettled(publish), this);
        }
    }

    /// <summary>The publish goes back to its caller.</summary>
    public void End(Exception? exception)
    {
        Duration = _timeProvider.GetElapsedTime(_timestamp);
        Exception = exception;
        Notify(static (observer, publish) => observer.OnPublishEnded(publish), this);
        Settle();
    }

    private void Notify<T>(Action<PublishObserver, T> notify, T observation)
    {
        foreach (var observer in _observers)
        {
            try
            {
                notify(observer, observation);
            }
            catch (Exception exception)
            {
                _errors.Report(exception);
            }
        }
    }
}
