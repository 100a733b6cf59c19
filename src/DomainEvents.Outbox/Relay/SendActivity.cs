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

    public static SendActivity? Start(IOutboxTransport transport, in OutboxMessage message)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent);
        var activity = s_source.StartActivity("send " + message.Type, ActivityKind.Producer, parent);
        if (activity is null)
        {
            return null;
        }

        OutboxMetrics.Describe(activity, transport.MessagingSystem, transport.DestinationOf(message), "send")
            .SetTag("messaging.message.id", message.Id.ToString());
        return new SendActivity(activity);
    }

    /// <summary>The span of handling a message on the other side.</summary>
    public static Activity? StartProcessing(string system, string destination, in OutboxMessage message)
    {
        ActivityContext.TryParse(message.TraceParent, message.TraceState, isRemote: true, out var parent);
        var activity = s_source.StartActivity("process " + message.Type, ActivityKind.Consumer, parent);
        return activity is null
            ? null
            : OutboxMetrics.Describe(activity, system, destination, "process").SetTag("messaging.message.id", message.Id.ToString());
    }

    /// <param name="error">What went wrong, by its kind; <see langword="null"/> if nothing did.</param>
    /// <param name="reason">The same in words.</param>
    public void End(string? error, string? reason)
    {
        if (error is not null)
        {
            _activity.SetStatus(ActivityStatusCode.Error, reason).SetTag("error.type", error);
        }
    }

    public void Dispose() => _activity.Dispose();
}
