using DomainEvents.Testing.Messages;
using DomainEvents.Testing.Recording;

namespace DomainEvents.Testing;

/// <content>Waiting.</content>
public sealed partial class EventSpy
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <summary>Waits until a number of events of a type were published, counting those that were already.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="count">How many.</param>
    /// <param name="timeout">How long; <see langword="null"/> for 5 seconds, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <returns>The first so many events. Their handlers may still run.</returns>
    /// <exception cref="TimeoutException">There were fewer. The message lists what was published, in order.</exception>
    public Task<IReadOnlyList<TEvent>> WaitForAsync<TEvent>(int count = 1, TimeSpan? timeout = null)
        where TEvent : IDomainEvent
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return WaitForEventsAsync(new EventWaiter<TEvent>(count), count, timeout ?? s_patience);
    }

    /// <summary>
    /// Waits until an event of an event type was published and every handler of all such events is done: synchronous, asynchronous and
    /// background ones and subscribers, those that failed included. Events that wait in a <see cref="BackgroundPublisher"/> or a
    /// <see cref="BatchPublisher"/> over the publisher are waited for too.
    /// </summary>
    /// <param name="eventType">The event type, such as <c>EventTypes.OrderPlaced</c>.</param>
    /// <param name="timeout">How long; <see langword="null"/> for 5 seconds, <see cref="Timeout.InfiniteTimeSpan"/> for ever.</param>
    /// <exception cref="TimeoutException">None was published, or handlers still run. The message says which, and lists what was published.</exception>
    public Task WaitForHandlersAsync([EventTypeName] string eventType, TimeSpan? timeout = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        return WaitForHandlersAsync(eventType, timeout ?? s_patience);
    }

    private async Task<IReadOnlyList<TEvent>> WaitForEventsAsync<TEvent>(EventWaiter<TEvent> waiter, int count, TimeSpan timeout)
        where TEvent : IDomainEvent
    {
        if (!await WaitAsync(waiter, timeout).ConfigureAwait(false))
        {
            var received = Record.Snapshot();
            var actual = received.Count(static row => row.Event is TEvent);
            throw new TimeoutException(Message($"Waited {timeout} for {Times.Events(count)} of {typeof(TEvent)}; {actual} came.", received));
        }

        return waiter.Events;
    }

    private async Task WaitForHandlersAsync(string eventType, TimeSpan timeout)
    {
        if (!await WaitAsync(new HandlersWaiter(eventType), timeout).ConfigureAwait(false))
        {
            var received = Record.Snapshot();
            var isPublished = Array.Exists(received, row => row.EventType == eventType);
            var running = Record.RunningHandlers(eventType);
            var state =
                !isPublished && Record.IsQueued(eventType) ? "none was published yet, but there are some in the queue of a background or batch publisher" :
                !isPublished ? "no such event was published" :
                running.Count == 0 ? "some have not begun" :
                $"still running: {string.Join(", ", running)}";
            throw new TimeoutException(Message(
                $"Waited {timeout} for the handlers of '{eventType}'; {state}.", received, isPublished ? [] : [eventType]));
        }
    }

    private async Task<bool> WaitAsync(Waiter waiter, TimeSpan timeout)
    {
        Record.Wait(waiter);
        try
        {
            await waiter.Completion.WaitAsync(timeout, _timeProvider).ConfigureAwait(false);
            return true;
        }
        catch (TimeoutException)
        {
            return waiter.IsDone;
        }
        finally
        {
            Record.Leave(waiter);
        }
    }
}
