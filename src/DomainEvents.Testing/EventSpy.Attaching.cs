using DomainEvents.Testing.Recording;

namespace DomainEvents.Testing;

/// <content>Attaching.</content>
public sealed partial class EventSpy
{
    private readonly EventRecord _record = new();
    private readonly TimeProvider _timeProvider;
    private readonly Action<EventSpy>? _attach;
    private IDisposable? _attachment;

    internal EventSpy(TimeProvider timeProvider, Action<EventSpy>? attach = null)
    {
        _timeProvider = timeProvider;
        _attach = attach;
    }

    /// <summary>What was seen. A spy of a container gets attached when its publisher is built, which nobody may have asked for yet.</summary>
    private EventRecord Record
    {
        get
        {
            if (_attachment is null)
            {
                _attach?.Invoke(this);
            }

            return _record;
        }
    }

    /// <summary>Attaches a spy to a publisher. Dispose it to detach it; what it has received stays.</summary>
    /// <param name="publisher">The publisher. With a container, use <c>services.AddEventSpy()</c>.</param>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public static EventSpy Attach(DomainEventPublisher publisher) => Attach(publisher, TimeProvider.System);

    /// <summary>Detaches the spy. Publishes that run are followed to their end. Disposing twice is harmless.</summary>
    public void Dispose() => _attachment?.Dispose();

    internal static EventSpy Attach(DomainEventPublisher publisher, TimeProvider timeProvider)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        var spy = new EventSpy(timeProvider);
        spy.Follow(publisher);
        return spy;
    }

    internal bool IsAttached => _attachment is not null;

    internal void Follow(DomainEventPublisher publisher) => _attachment = publisher.Observers.Attach(new SpyObserver(_record));
}
