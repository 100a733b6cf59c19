using System.ComponentModel;
using DomainEvents.CompilerServices;

namespace DomainEvents;

/// <summary>How a <see cref="DomainEventPublisher"/> works. Read once, when the publisher is built.</summary>
public sealed class DomainEventPublisherOptions
{
    /// <summary>The handlers; <see langword="null"/>, the default, means <see cref="HandlerTable.Default"/>.</summary>
    public HandlerTable? Handlers { get; set; }

    /// <summary>The clock of the publisher. The default is <see cref="TimeProvider.System"/>.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>
    /// Gets the errors that no caller sees; those of handlers as a <see cref="DomainEventHandlingException"/>, which names the event type
    /// and the handler. The default writes to the <c>DomainEvents</c> event source.
    /// </summary>
    public Action<Exception>? OnUnhandledError { get; set; }

    /// <summary>Whether the asynchronous handlers of an event run one after the other. The default is one after the other.</summary>
    public HandlerConcurrency Concurrency { get; set; }

    /// <summary>
    /// What stands around each call of a handler or subscription, from the outermost inward. None by default. A container adds its
    /// registered filters, in the order of registration, before the options are configured.
    /// </summary>
    public IList<IDomainEventHandlerFilter> Filters { get; } = [];

    /// <summary>How deep handlers may publish on one call stack before it counts as endless. The default is 64.</summary>
    public int MaxDepth { get; set; } = 64;

    /// <summary>Whether the registry counts the calls of each subscription. The default is <see langword="false"/>.</summary>
    public bool TrackCalls { get; set; }

    /// <summary>Whether the registry keeps the stack that made each subscription. The default is <see langword="false"/>.</summary>
    public bool TrackCreation { get; set; }

    /// <summary>The container that handlers come from, set by DomainEvents.Hosting; <see langword="null"/> without one.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public HandlerServiceScopes? Services { get; set; }
}
