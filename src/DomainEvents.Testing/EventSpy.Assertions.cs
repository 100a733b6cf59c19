using System.Globalization;
using DomainEvents.Testing.Messages;
using DomainEvents.Testing.Recording;

namespace DomainEvents.Testing;

/// <content>Assertions.</content>
public sealed partial class EventSpy
{
    /// <summary>Demands that events of an event type were published.</summary>
    /// <param name="eventType">The event type, such as <c>EventTypes.OrderPlaced</c>.</param>
    /// <param name="count">How many, exactly; <see langword="null"/> for one or more.</param>
    /// <exception cref="EventAssertionException">There were fewer or more.</exception>
    public void AssertPublished([EventTypeName] string eventType, int? count = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(eventType);
        ArgumentOutOfRangeException.ThrowIfNegative(count ?? 0, nameof(count));
        var received = Record.Snapshot();
        var actual = received.Count(row => row.EventType == eventType);
        if (count is null ? actual == 0 : actual != count)
        {
            throw Failure(
                $"Expected '{eventType}' to be published {(count is { } wanted ? Times.Of(wanted) : "at least once")}; it was published {Times.Of(actual)}.",
                received,
                actual == 0 ? [eventType] : []);
        }
    }

    /// <summary>Demands that an event of a type was published.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="predicate">What the event has to fulfil; <see langword="null"/> for any.</param>
    /// <returns>The first such event.</returns>
    /// <exception cref="EventAssertionException">There was none.</exception>
    public TEvent AssertPublished<TEvent>(Func<TEvent, bool>? predicate = null)
        where TEvent : IDomainEvent
    {
        var received = Record.Snapshot();
        var candidates = received.Select(static row => row.Event).OfType<TEvent>().ToList();
        foreach (var candidate in candidates)
        {
            if (predicate is null || predicate(candidate))
            {
                return candidate;
            }
        }

        throw Failure(
            candidates.Count == 0
                ? $"Expected a {typeof(TEvent)} to be published; none was."
                : string.Create(CultureInfo.InvariantCulture, $"Expected a {typeof(TEvent)} that fulfils the condition; none of the {candidates.Count} published does."),
            received);
    }

    /// <summary>Demands that no event of a type was published.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="predicate">What no event may fulfil; <see langword="null"/> for any.</param>
    /// <exception cref="EventAssertionException">There was one.</exception>
    public void AssertNotPublished<TEvent>(Func<TEvent, bool>? predicate = null)
        where TEvent : IDomainEvent
    {
        var received = Record.Snapshot();
        for (var i = 0; i < received.Length; i++)
        {
            if (received[i].Event is TEvent typed && (predicate is null || predicate(typed)))
            {
                throw Failure(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Expected no {typeof(TEvent)}{(predicate is null ? string.Empty : " that fulfils the condition")} to be published; event {i + 1} is one."),
                    received);
            }
        }
    }

    /// <summary>Demands that the events published are of these event types in this order, and no others.</summary>
    /// <param name="eventTypes">The event types, such as <c>EventTypes.OrderPlaced</c>. None at all: nothing was published.</param>
    /// <exception cref="EventAssertionException">They are others.</exception>
    public void AssertSequence([EventTypeName] params string[] eventTypes)
    {
        ArgumentNullException.ThrowIfNull(eventTypes);
        var received = Record.Snapshot();
        var same = received.Zip(eventTypes).TakeWhile(static pair => pair.First.EventType == pair.Second).Count();
        if (same == received.Length && same == eventTypes.Length)
        {
            return;
        }

        var difference =
            same == received.Length ? $"event {same + 1}, '{eventTypes[same]}', is missing" :
            same == eventTypes.Length ? $"there is an event {same + 1}, '{received[same].EventType}'" :
            $"event {same + 1} is '{received[same].EventType}', not '{eventTypes[same]}'";
        throw Failure(
            string.Create(CultureInfo.InvariantCulture, $"Expected the sequence {Listing(eventTypes)}; {difference}."),
            received,
            eventTypes.Where(eventType => !Array.Exists(received, row => row.EventType == eventType)).Distinct());
    }

    private static string Listing(string[] eventTypes) => eventTypes.Length == 0 ? "without any event" : string.Join(", ", eventTypes);

    private static EventAssertionException Failure(string problem, ReceivedEvent[] received, IEnumerable<string>? missing = null) =>
        new(Message(problem, received, missing));

    private static string Message(string problem, ReceivedEvent[] received, IEnumerable<string>? missing = null)
    {
        var names = received.Select(static row => row.EventType).Distinct().ToList();
        var hints = (missing ?? []).Select(name => NearestName.Of(name, names) is { } nearest ? $" Did you mean '{nearest}' instead of '{name}'?" : string.Empty);
        return $"{problem}{string.Concat(hints)}\n{ReceivedList.Of(received)}";
    }
}
