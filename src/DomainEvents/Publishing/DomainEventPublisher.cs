using DomainEvents.Background;
using DomainEvents.Binding;
using DomainEvents.CompilerServices;
using DomainEvents.Diagnostics;
using DomainEvents.Observation;
using DomainEvents.Pipelines;
using DomainEvents.Slots;
using DomainEvents.Subscriptions;

namespace DomainEvents;

/// <summary>
/// Publishes events to the handlers of a table and to subscribers. Safe for use by several threads. Publishing takes no lock, and
/// allocates nothing when the handlers complete synchronously.
/// </summary>
/// <remarks>
/// Handlers run in the order of their <see cref="DomainEventHandlerAttribute.Order"/>, the same in every build and every process. Every
/// handler runs, also after one that throws. Handlers may publish: at once, before the outer publish goes on. After a handler that
/// suspended, the following ones run without the caller's synchronization context.
/// </remarks>
public sealed partial class DomainEventPublisher : IDomainEventPublisher, IDomainEventSubscriber, IDisposable, IAsyncDisposable
{
    private readonly SlotTable _slotTable;
    private readonly SlotSet _slots = new();
    private readonly SlotBuilder _builder;
    private readonly SubscriptionStore _subscriptions;
    private readonly BackgroundHandlers _background;
    private readonly int _maxDepth;
    private readonly int _chainDepth;

    /// <summary>Builds a publisher. Handlers are created when an event that they handle is first published.</summary>
    /// <param name="options">How it works; <see langword="null"/> for the defaults.</param>
    /// <exception cref="InvalidOperationException">Handlers need services, and there is no container. Names both.</exception>
    /// <exception cref="ArgumentException">A filter is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><see cref="DomainEventPublisherOptions.MaxDepth"/> is less than 1.</exception>
    public DomainEventPublisher(DomainEventPublisherOptions? options = null)
    {
        options ??= new DomainEventPublisherOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxDepth, 1);
        ArgumentNullException.ThrowIfNull(options.TimeProvider);
        if (options.Filters.Contains(null!))
        {
            throw new ArgumentException("A filter is null.", nameof(options));
        }

        TimeProvider = options.TimeProvider;
        _maxDepth = options.MaxDepth;
        _chainDepth = Math.Max(0, _maxDepth - PublishDepth.ChainLength);
        Errors = new UnhandledErrors(options.OnUnhandledError);
        _slotTable = _slots.Table;

        var table = options.Handlers ?? HandlerTable.Default;
        var tracking = options.TrackCalls || options.TrackCreation ? new SubscriptionTracking(options.TrackCreation) : null;
        _subscriptions = new SubscriptionStore(
            _slots, table.Index, new SubscriptionClock(options.TimeProvider, options.TrackCalls), tracking);
        Subscriptions = new SubscriptionRegistry(_subscriptions, tracking);

        IDomainEventHandlerFilter[] filters = [.. options.Filters];
        _slots.IsInstrumented = filters.Length > 0;
        Observers = new PublishObservers(_slots, _subscriptions, filters.Length > 0, Errors);

        var context = new PublishContext(Errors, options, filters, Observers);
        _background = context.Background;
        var binder = new HandlerBinder(table, context);
        binder.CheckServices();
        _builder = new SlotBuilder(_slots, table.Index, binder, new UnknownModules(table, Errors), _subscriptions, context);
    }

    /// <summary>The clock of the options.</summary>
    internal TimeProvider TimeProvider { get; }

    /// <summary>Gets the errors that no caller sees.</summary>
    internal UnhandledErrors Errors { get; }

    /// <summary>Who follows what the publisher does.</summary>
    internal PublishObservers Observers { get; }

    /// <inheritdoc />
    public void Publish(IDomainEvent domainEvent)
    {
        var pipeline = _slotTable.Find(domainEvent) ?? _builder.Build(domainEvent);
        ref var depth = ref PublishDepth.Current;
        if (depth >= _chainDepth)
        {
            PublishDeep(pipeline, domainEvent, null);
            return;
        }

        depth++;
        try
        {
            pipeline.Invoke(domainEvent, null);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one if the event needs it.</param>
    public void Publish(IDomainEvent domainEvent, IServiceProvider? services)
    {
        var pipeline = _slotTable.Find(domainEvent) ?? _builder.Build(domainEvent);
        ref var depth = ref PublishDepth.Current;
        if (depth >= _chainDepth)
        {
            PublishDeep(pipeline, domainEvent, services);
            return;
        }

        depth++;
        try
        {
            pipeline.Invoke(domainEvent, services);
        }
        finally
        {
            depth--;
        }
    }

    /// <inheritdoc />
    public ValueTask PublishAsync(IDomainEvent domainEvent, CancellationToken cancellationToken = default)
    {
        var pipeline = _slotTable.Find(domainEvent) ?? _builder.Build(domainEvent);
        if (cancellationToken.IsCancellationRequested)
        {
            return RefuseAsync(cancellationToken);
        }

        ref var depth = ref PublishDepth.Current;
        if (depth >= _chainDepth)
        {
            return PublishDeepAsync(pipeline, domainEvent, null, cancellationToken);
        }

        depth++;
        try
        {
            return pipeline.InvokeAsync(domainEvent, null, cancellationToken);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>Publishes with handlers and services from the scope given.</summary>
    /// <param name="domainEvent">The event.</param>
    /// <param name="services">The scope; <see langword="null"/> opens one if the event needs it.</param>
    /// <param name="cancellationToken">Checked before the first handler and passed on to each.</param>
    public ValueTask PublishAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken = default)
    {
        var pipeline = _slotTable.Find(domainEvent) ?? _builder.Build(domainEvent);
        if (cancellationToken.IsCancellationRequested)
        {
            return RefuseAsync(cancellationToken);
        }

        ref var depth = ref PublishDepth.Current;
        if (depth >= _chainDepth)
        {
            return PublishDeepAsync(pipeline, domainEvent, services, cancellationToken);
        }

        depth++;
        try
        {
            return pipeline.InvokeAsync(domainEvent, services, cancellationToken);
        }
        finally
        {
            depth--;
        }
    }

    /// <summary>
    /// Waits until no background handler is queued or running. A host does so before it disposes its container; without a host, call it
    /// yourself before that. Called from a background handler, it does not wait.
    /// </summary>
    /// <param name="cancellationToken">
    /// Ends the patience: what runs gets its token cancelled, each call that still waits is dropped and reported to
    /// <see cref="DomainEventPublisherOptions.OnUnhandledError"/>.
    /// </param>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public Task FinishBackgroundHandlersAsync(CancellationToken cancellationToken) => _background.FinishAsync(cancellationToken);

    /// <summary>
    /// Ends the subscriptions and lets go of the handlers, which it does not dispose. Declared handlers of publishes that are running still
    /// run, background handlers too, which are not waited for; those that wait for services of a container which is disposed are reported
    /// to <see cref="DomainEventPublisherOptions.OnUnhandledError"/> instead. Disposing twice is harmless.
    /// </summary>
    public void Dispose()
    {
        Close();
        _background.AbandonWithoutContainer();
    }

    /// <summary>
    /// Ends the subscriptions and lets go of the handlers, then waits for the background handlers of what was published. Called from one
    /// of them, it does not wait.
    /// </summary>
    public ValueTask DisposeAsync()
    {
        Close();
        return new ValueTask(_background.FinishAsync(CancellationToken.None));
    }

    private void Close()
    {
        lock (_slots.Gate)
        {
            _subscriptions.EndAllLocked();
            _slots.Dispose();
        }
    }

    /// <summary>With the exception that handlers throw too: that of a cancelled task would be another type.</summary>
    private static async ValueTask RefuseAsync(CancellationToken cancellationToken)
    {
        await default(ValueTask).ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
    }

    private void PublishDeep(EventPipeline pipeline, IDomainEvent domainEvent, IServiceProvider? services)
    {
        PublishDepth.Enter(domainEvent, _maxDepth);
        try
        {
            pipeline.Invoke(domainEvent, services);
        }
        finally
        {
            PublishDepth.Leave();
        }
    }

    private ValueTask PublishDeepAsync(
        EventPipeline pipeline, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        try
        {
            PublishDepth.Enter(domainEvent, _maxDepth);
        }
        catch (EventNestingException exception)
        {
            return ValueTask.FromException(exception);
        }

        try
        {
            return pipeline.InvokeAsync(domainEvent, services, cancellationToken);
        }
        finally
        {
            PublishDepth.Leave();
        }
    }
}
