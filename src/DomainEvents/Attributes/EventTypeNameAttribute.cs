namespace DomainEvents;

/// <summary>Marks a string parameter that takes an event type, so that the analyzers check the texts passed to it.</summary>
[AttributeUsage(AttributeTargets.Parameter, AllowMultiple = false)]
public sealed class EventTypeNameAttribute : Attribute;
