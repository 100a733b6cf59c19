using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Members;

/// <summary>What the attribute of an event says of where the event goes.</summary>
internal static class EventAttributeFlags
{
    /// <summary>Whether a yes-or-no property of the attribute is set to yes.</summary>
    public static bool Is(AttributeData attribute, string property) =>
        attribute.NamedArguments.Any(argument => argument.Key == property && argument.Value.Value is true);

    /// <summary>Whether the event leaves the process, or is stored: everything else is passed from hand to hand.</summary>
    public static bool IsSerialized(AttributeData attribute) => Is(attribute, "Durable") || Is(attribute, "External");
}
