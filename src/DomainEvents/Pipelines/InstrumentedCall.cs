using DomainEvents.Observation;
using DomainEvents.Subscriptions;

namespace DomainEvents.Pipelines;

/// <summary>One step of an observed publish: a handler or a subscription, called between two notes to the observers.</summary>
internal sealed class InstrumentedCall
{
    private static readonly Action<object?, IDomainEvent, IServiceProvider?> s_invoke =
        static (call, domainEvent, services) => ((InstrumentedCall)call!).Invoke(domainEvent, services);

    private static readonly Func<object?, IDomainEvent, IServiceProvider?, CancellationToken, ValueTask> s_invokeAsync =
        static (call, domainEvent, services, cancellationToken) => ((InstrumentedCall)call!).InvokeAsync(domainEvent, services, cancellationToken);

    private readonly PublishObservation _publish;
    private readonly BoundHandler _handler;
    private readonly Subscription? _subscription;
    private readonly long _now;

    private InstrumentedCall(PublishObservation publish, in BoundHandler handler, Subscription? subscription, long now)
    {
        _publish = publish;
        _handler = handler;
        _subscription = subscription;
        _now = now;
    }

    /// <summary>The steps in their order, each with the policy of the original.</summary>
    public static BoundHandler[] Of(in HandlerSteps steps, PublishObservation publish)
    {
        var calls = new BoundHandler[steps.Count];
        for (var step = 0; step < calls.Length; step++)
        {
            var subscription = steps.SubscriptionOf(step);
            var handler = subscription is null ? steps.HandlerOf(step) : new BoundHandler(subscription.Name, null, null, null, HandlerErrorPolicy.Propagate);
            var isAsyncOnly = subscription?.IsAsync ?? handler.Sync is null;
            calls[step] = handler with
            {
                Instance = new InstrumentedCall(publish, handler, subscription, steps.Now),
                Sync = isAsyncOnly ? null : s_invoke,
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
            _publish.Settle();
        }
    }

    /// <summary>Runs a subscription on its synchronization context. Throws what it throws.</summary>
    public void RunDeferred(Action<IDomainEvent> handler, IDomainEvent domainEvent)
    {
        try
        {
            Run(handler, domainEvent, isBackground: true);
        }
        finally
        {
            _publish.Settle();
        }
    }

    /// <summary>Notes that what was handed over is not going to run.</summary>
    public void Abandon() => _publish.Settle();

    private void Invoke(IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (IsCalledHere(domainEvent))
        {
            Run(e => CallSync(e, services), domainEvent, isBackground: false);
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
        if (_subscription is null)
        {
            return _handler.OnlyFor?.IsInstanceOfType(domainEvent) != false && !IsHandedOver(domainEvent);
        }

        if (!_subscription.IsActive)
        {
            // Not without use: one whose target is gone ends itself.
            _subscription.Invoke(domainEvent, _now);
            return false;
        }

        return _subscription.Topic.EventType.IsInstanceOfType(domainEvent) && !IsHandedOver(domainEvent);
    }

    private bool IsHandedOver(IDomainEvent domainEvent)
    {
        if (_handler.Background is null && _subscription?.IsPosted != true)
        {
            return false;
        }

        _publish.Defer();
        try
        {
            _handler.Background?.Queue(domainEvent, this);
            _subscription?.Post(domainEvent, _now, this);
        }
        catch (Exception)
        {
            _publish.Settle();
            throw;
        }

        return true;
    }

    private void Run(Action<IDomainEvent> handler, IDomainEvent domainEvent, bool isBackground)
    {
        var observation = _publish.StartHandler(_handler.Name, isAsync: false, isBackground);
        var outer = PublishCause.Current;
        PublishCause.Current = observation.AsCause();
        Exception? error = null;
        try
        {
            handler(domainEvent);
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

    private async ValueTask RunAsync(
        BoundHandler handler, IDomainEvent domainEvent, IServiceProvider? services, bool isBackground, CancellationToken cancellationToken)
    {
        var observation = _publish.StartHandler(handler.Name, _subscription?.IsAsync ?? handler.Async is not null, isBackground);

        // Holds for this call alone: the caller of an asynchronous method gets its own context back.
        PublishCause.Current = observation.AsCause();
        try
        {
            // What was posted comes back with the handler: calling the subscription would post once more.
            var pending = _subscription is null or { IsPosted: true }
                ? handler.InvokeAsync(domainEvent, services, cancellationToken)
                : _subscription.InvokeAsync(domainEvent, _now, cancellationToken);
            await pending.ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            _publish.EndHandler(observation, exception);
            throw;
        }

        _publish.EndHandler(observation, null);
    }

    private void CallSync(IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (_subscription is null)
        {
            _handler.Invoke(domainEvent, services);
        }
        else
        {
            _subscription.Invoke(domainEvent, _now);
        }
    }
}
