using System.ComponentModel;
using System.Diagnostics;
using DomainEvents.Telemetry;

namespace DomainEvents;

/// <summary>
/// Tells OpenTelemetry and other listeners what a publisher does: an <see cref="ActivitySource"/> and a
/// <see cref="System.Diagnostics.Metrics.Meter"/> named <see cref="SourceName"/>, after the conventions for messaging. A publisher to
/// which it is not attached pays nothing.
/// </summary>
public sealed class DomainEventTelemetry : IDisposable
{
    /// <summary>The name of the source and of the meter: <c>DomainEvents</c>.</summary>
    public const string SourceName = "DomainEvents";

    private readonly IDisposable _attachment;

    private DomainEventTelemetry(IDisposable attachment) => _attachment = attachment;

    /// <summary>
    /// Attaches telemetry to a publisher: a span and a measurement for each publish and for each call of a handler. Dispose it to detach
    /// it. A host attaches by itself when somebody listens once it has started.
    /// </summary>
    /// <param name="publisher">The publisher. Attaching twice tells everything twice.</param>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public static DomainEventTelemetry Attach(DomainEventPublisher publisher)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return new DomainEventTelemetry(publisher.Observers.Attach(new TelemetryObserver()));
    }

    /// <summary>Attaches telemetry if somebody listens and none is attached. For hosts.</summary>
    /// <param name="publisher">The publisher.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void AttachIfListenedTo(DomainEventPublisher publisher)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        if (TelemetryObserver.IsListenedTo && !Array.Exists(publisher.Observers.Current, static observer => observer is TelemetryObserver))
        {
            Attach(publisher);
        }
    }

    /// <summary>Detaches the telemetry. Publishes that run are told to their end. Disposing twice is harmless.</summary>
    public void Dispose() => _attachment.Dispose();
}
