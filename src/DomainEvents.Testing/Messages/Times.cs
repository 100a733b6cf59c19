using System.Globalization;

namespace DomainEvents.Testing.Messages;

/// <summary>Numbers with their noun.</summary>
internal static class Times
{
    public static string Of(int count) => count == 1 ? "once" : string.Create(CultureInfo.InvariantCulture, $"{count} times");

    public static string Events(int count) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? "event" : "events")}");
}
