namespace DomainEvents.Telemetry;

/// <summary>The attributes of spans and measurements: OpenTelemetry's conventions for messaging, and where they have none our own.</summary>
internal static class TelemetryNames
{
    public const string System = "messaging.system";
    public const string SystemValue = "domain_events";
    public const string Destination = "messaging.destination.name";
    public const string Operation = "messaging.operation.name";
    public const string OperationType = "messaging.operation.type";
    public const string MessageId = "messaging.message.id";
    public const string Error = "error.type";
    public const string Handler = "domain_events.handler";
    public const string HandlerClass = "domain_events.handler.class";
    public const string IsBackground = "domain_events.background";
    public const string Queue = "domain_events.queue";
}
