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

    /// <summary>Holds the telemetry of a publisher for its host, until the publisher is disposed.</summary>
    private static readonly object s_host = new();

    private readonly IDisposable _attachment;

    private DomainEventTelemetry(DomainEventPublisher publisher) => _attachment = Hold(publisher, this);

    /// <summary>
    /// Attaches telemetry to a publisher: a span and a measurement for each publish and for each call of a handler. Dispose it to detach
    /// it. A host attaches by itself when somebody listens once it has started. Each publish is told once, however often telemetry is
    /// attached: it ends when all who attached it, the host too, have detached it.
    /// </summary>
    /// <param name="publisher">The publisher.</param>
    /// <exception cref="ObjectDisposedException">The publisher is disposed.</exception>
    public static DomainEventTelemetry Attach(DomainEventPublisher publisher)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        return new DomainEventTelemetry(publisher);
    }

    /// <summary>Attaches telemetry for the host, once, if somebody listens.</summary>
    /// <param name="publisher">The publisher.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public static void AttachIfListenedTo(DomainEventPublisher publisher)
    {
        ArgumentNullException.ThrowIfNull(publisher);
        if (TelemetryObserver.IsListenedTo)
        {
            Hold(publisher, s_host);
        }
    }

    /// <summary>Detaches the telemetry. Publishes that run are told to their end. Disposing twice is harmless.</summary>
    public void Dispose() => _attachment.Dispose();

    private static IDisposable Hold(DomainEventPublisher publisher, object holder) =>
        publisher.Observers.Share(holder, static () => new TelemetryObserver());
}
