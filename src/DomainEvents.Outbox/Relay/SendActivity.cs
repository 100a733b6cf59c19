using System.Diagnostics;

namespace DomainEvents.Persistence.Relay;

/// <summary>The span of sending a message: a child of the one in which the event was raised, not of whatever the relay is doing.</summary>
internal sealed class SendActivity : IDisposable
{
    /// <summary>The name of the activity source.</summary>
    public const string SourceName = "DomainEvents.Outbox";

    private static readonly ActivitySource s_source = new(SourceName);

    private readonly Activity _activity;

    private SendActivity(Activity activity) => _activity = activity;

    public static SendActivity? Start(in OutboxMessage message)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent);
        var activity = s_source.StartActivity("send " + message.Type, ActivityKind.Producer, parent);
        activity?.SetTag("messaging.operation.name", "send").SetTag("messaging.message.id", message.Id.ToString());
        return activity is null ? null : new SendActivity(activity);
    }

    /// <summary>The span of handling a message on the other side.</summary>
    public static Activity? StartProcessing(in OutboxMessage message)
    {
        ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent);
        return s_source.StartActivity("process " + message.Type, ActivityKind.Consumer, parent)
            ?.SetTag("messaging.operation.name", "process").SetTag("messaging.message.id", message.Id.ToString());
    }

    public void End(in PublishOutcome outcome)
    {
        if (outcome.Kind != PublishOutcomeKind.Confirmed)
        {
            _activity.SetStatus(ActivityStatusCode.Error, outcome.Reason).SetTag("error.type", outcome.Kind.ToString());
        }
    }

    public void Dispose() => _activity.Dispose();
}
