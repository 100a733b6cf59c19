namespace DomainEvents.Background;

/// <summary>One lane of a <see cref="BackgroundPublisher"/>. Its items are events, wrapped only where an ambient context goes with them.</summary>
internal sealed class EventLane(BackgroundPublisher owner, int capacity) : ItemLane<object>(capacity)
{
    private static readonly AsyncLocal<BackgroundPublisher?> s_running = new();

    // The context that a thread of the pool has by itself: events enqueued in it need no wrapping.
    private static ExecutionContext? s_noContext;

    private long _handled;
    private long _failed;

    /// <summary>The publisher whose handlers this code is part of, or <see langword="null"/>.</summary>
    public static BackgroundPublisher? Running => s_running.Value;

    /// <summary>How many events are done, those that failed included.</summary>
    public long Handled => Volatile.Read(ref _handled);

    /// <summary>How many events failed.</summary>
    public long Failed => Volatile.Read(ref _failed);

    /// <summary>The item for an event that is enqueued here and now.</summary>
    public static object ItemOf(IDomainEvent domainEvent)
    {
        var context = ExecutionContext.Capture();
        return context is null || ReferenceEquals(context, s_noContext) ? domainEvent : new EnqueuedEvent(domainEvent, context);
    }

    /// <summary>The event of an item.</summary>
    public static IDomainEvent EventOf(object item) => item as IDomainEvent ?? ((EnqueuedEvent)item).Event;

    protected override void Begin()
    {
        s_noContext ??= ExecutionContext.Capture();
        s_running.Value = owner;
    }

    protected override async ValueTask HandleAsync(object item)
    {
        if (item is EnqueuedEvent enqueued)
        {
            // Holds for this call alone: an asynchronous method gives its caller's context back.
            ExecutionContext.Restore(enqueued.Context);
            s_running.Value = owner;
        }

        var domainEvent = EventOf(item);
        try
        {
            await owner.PublishAsync(domainEvent).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _failed++;
            owner.Report(domainEvent, exception);
        }

        Volatile.Write(ref _handled, _handled + 1);
        owner.Leave(domainEvent);
    }

    protected override ObjectDisposedException CreateClosedException() => BackgroundPublisher.CreateDisposedException();

    private sealed record EnqueuedEvent(IDomainEvent Event, ExecutionContext Context);
}
