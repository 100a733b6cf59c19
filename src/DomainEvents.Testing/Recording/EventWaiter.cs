namespace DomainEvents.Testing.Recording;

/// <summary>Waits for a number of events of a type.</summary>
internal sealed class EventWaiter<TEvent>(int count) : Waiter
    where TEvent : IDomainEvent
{
    private readonly List<TEvent> _events = [];

    /// <summary>The events. Read after completion.</summary>
    public IReadOnlyList<TEvent> Events => _events;

    public override void Received(in ReceivedEvent received)
    {
        if (!IsDone && received.Event is TEvent typed)
        {
            _events.Add(typed);
            if (_events.Count == count)
            {
                Complete();
            }
        }
    }
}
