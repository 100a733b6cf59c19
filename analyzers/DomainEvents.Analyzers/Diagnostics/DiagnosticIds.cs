namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>The ids of the rules. An id is never reused: a suppression must not come to mean another rule.</summary>
internal static class DiagnosticIds
{
    // 10xx: the declaration of an event.
    public const string EventMustBePartial = "DEVT1001";
    public const string UnsupportedShape = "DEVT1003";

    // 11xx: event types.
    public const string MalformedEventType = "DEVT1102";
    public const string NoEventType = "DEVT1108";

    // 12xx: members of events. 13xx: handlers. 14xx: publishing. 15xx: subscriptions and pooling. 16xx: tests.
}
