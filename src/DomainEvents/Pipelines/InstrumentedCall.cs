using DomainEvents.Filters;
using DomainEvents.Observation;
using DomainEvents.Subscriptions;

namespace DomainEvents.Pipelines;

/// <summary>
/// One step of an instrumented publish: a handler or a subscription, called through the filters and, if the publish is observed, between
/// two notes to the observers.
/// </summary>
internal sealed class InstrumentedCall
{
    private static readonly Action<object?, IDomainEvent, IServiceProvider?> s_invoke =
        static (call, domainEvent, services) => ((InstrumentedCall)call!).Invoke(domainEvent, services);

    private static readonly Func<object?, IDomainEvent, IServiceProvider?, CancellationToken, ValueTask> s_invokeAsync =
        static (call, domainEvent, services, cancellationToken) => ((InstrumentedCall)call!).InvokeAsync(domainEvent, services, cancellationToken);

    private readonly IDomainEventHandlerFilter[] _filters;
    private readonly PublishObservation? _publish;
    private readonly BoundHandler _handler;
    private readonly Subscription? _subscription;
    private readonly long _now;

    private InstrumentedCall(
        IDomainEventHandlerFilter[] filters, PublishObservation? publish, in BoundHandler handler, Subscription? subscription, long now)
    {
        _filters = filters;
        _publish = publish;
        _handler = handler;
        _subscription = subscription;
        _now = now;
    }

    /// <summary>The steps in their order, each with the policy of the original.</summary>
    public static BoundHandler[] Of(in HandlerSteps steps, IDomainEventHandlerFilter[] filters, PublishObservation? publish)
    {
        var calls = new BoundHandler[steps.Count];
        for (var step = 0; step < calls.Length; step++)
        {
            var subscription = steps.SubscriptionOf(step);
            var handler = subscription is null ? steps.HandlerOf(step) : Bind(subscription, steps.Now);
            calls[step] = handler with
            {
                Instance = new InstrumentedCall(filters, publish, handler, subscription, steps.Now),
                Sync = handler.Sync is null ? null : s_invoke,
                Async = s_invokeAsync,
            };
        }

        return calls;
    }

    /// <summary>Runs a background handler, or an asynchronous subscription on its context, where it runs. Awaiting it throws what the handler throws.</summary>
    public async ValueTask RunDeferredAsync(
        BoundHandler handler, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync(handler, domainEvent, services, isBackground: true, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            _publish?.Settle();
        }
    }

    /// <summary>Runs a subscription on its synchronization context. Throws what it throws.</summary>
    public void RunDeferred(Action<IDomainEvent> handler, IDomainEvent domainEvent)
    {
        try
        {
            Run(handler, domainEvent, null, isBackground: true);
        }
        finally
        {
            _publish?.Settle();
        }
    }

    /// <summary>Notes that what was handed over could not be called: for observers a call that failed at once.</summary>
    public void FailDeferred(in BoundHandler handler, Exception exception)
    {
        if (_publish is not null)
        {
            _publish.EndHandler(_publish.StartHandler(handler.Name, handler.Async is not null, isBackground: true), exception);
            _publish.Settle();
        }
    }

    /// <summary>Notes that what was handed over is not going to run.</summary>
    public void Abandon() => _publish?.Settle();

    private void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (IsCalledHere(domainEvent))
        {
            Run(e => _handler.Invoke(e, services), domainEvent, services, isBackground: false);
        }
    }

    private ValueTask InvokeAsync(IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        IsCalledHere(domainEvent) ? RunAsync(_handler, domainEvent, services, isBackground: false, cancellationToken) : default;

    /// <summary>
    /// Whether the step is to be called now. Subscriptions may be over, slots know events of several classes, and what runs off the
    /// caller's path is handed over.
    /// </summary>
    private bool IsCalledHere(IDomainEvent domainEvent)
    {
        if (_subscription?.IsActive == false)
        {
            // Not without use: one whose target is gone ends itself.
            _subscription.Invoke(domainEvent, _now);
            return false;
        }

        return _handler.OnlyFor?.IsInstanceOfType(domainEvent) != false && !IsHandedOver(domainEvent);
    }

    private bool IsHandedOver(IDomainEvent domainEvent)
    {
        if (_handler.HandOver is not { } handOver)
        {
            return false;
        }

        _publish?.Defer();
        try
        {
            handOver.HandOver(domainEvent, _now, this);
        }
        catch (Exception)
        {
            _publish?.Settle();
            throw;
        }

        return true;
    }

    private void Run(Action<IDomainEvent> handler, IDomainEvent domainEvent, IServiceProvider? services, bool isBackground)
    {
        if (_publish is null)
        {
            Filter(handler, domainEvent, services);
            return;
        }

        var observation = _publish.StartHandler(_handler.Name, isAsync: false, isBackground);
        var outer = PublishCause.Current;
        PublishCause.Current = observation.AsCause();
        Exception? error = null;
        try
        {
            Filter(handler, domainEvent, services);
        }
        catch (Exception exception)
        {
            error = exception;
            throw;
        }
        finally
        {
            PublishCause.Current = outer;
            _publish.EndHandler(observation, error);
        }
    }

    private void Filter(Action<IDomainEvent> handler, IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (_filters.Length == 0)
        {
            handler(domainEvent);
        }
        else
        {
            new FilteredCall(_filters, _handler.Name, domainEvent, services, handler, null).Invoke(0);
        }
    }

    private async ValueTask RunAsync(
        BoundHandler handler, IDomainEvent domainEvent, IServiceProvider? services, bool isBackground, CancellationToken cancellationToken)
    {
        if (_publish is null)
        {
            await FilterAsync(handler, domainEvent, services, cancellationToken).ConfigureAwait(false);
            return;
        }

        var observation = _publish.StartHandler(handler.Name, handler.Async is not null, isBackground);

        // Holds for this call alone: the caller of an asynchronous method gets its own context back.
        PublishCause.Current = observation.AsCause();
        try
        {
            await FilterAsync(handler, domainEvent, services, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _publish.EndHandler(observation, exception);
            throw;
        }

        _publish.EndHandler(observation, null);
    }

    private ValueTask FilterAsync(BoundHandler handler, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken)
    {
        return _filters.Length == 0
            ? handler.InvokeAsync(domainEvent, services, cancellationToken)
            : new FilteredCall(_filters, handler.Name, domainEvent, services, null, (e, token) => handler.InvokeAsync(e, services, token))
                .InvokeAsync(0, cancellationToken);
    }

    /// <summary>A subscription as a handler: what stands around the call need not tell the two apart.</summary>
    private static BoundHandler Bind(Subscription subscription, long now) => new(
        subscription.Name,
        null,
        subscription.IsAsync ? null : (_, domainEvent, _) => subscription.Invoke(domainEvent, now),
        subscription.IsAsync ? (_, domainEvent, _, cancellationToken) => subscription.InvokeAsync(domainEvent, now, cancellationToken) : null,
        HandlerErrorPolicy.Propagate)
    {
        OnlyFor = subscription.Topic.EventType,
        HandOver = subscription as IHandOver,
    };
}
