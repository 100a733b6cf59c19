using DomainEvents.Generators.Model;

namespace DomainEvents.Generators.Emission;

/// <summary>What <c>EventTypes</c> needs of an event: names only, so that an edit of its properties changes nothing there.</summary>
/// <param name="EventType">The constant's value.</param>
/// <param name="Key">The event's key: see <see cref="EventModel.Key"/>.</param>
/// <param name="Namespace">The event's namespace, without escapes.</param>
/// <param name="ContainingTypeName">The innermost containing type, or <see langword="null"/>.</param>
/// <param name="Name">The event's name, without escape.</param>
internal sealed record EventConstant(string EventType, string Key, string Namespace, string? ContainingTypeName, string Name)
{
    /// <summary>The constant of an event, or <see langword="null"/> for one without an event type.</summary>
    public static EventConstant? From(EventModel model) => model.EventType is { } eventType
        ? new EventConstant(eventType, model.Key, model.Surroundings.Namespace, model.ContainingTypeName, model.Name)
        : null;
}
