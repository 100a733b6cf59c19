using System.Runtime.CompilerServices;
using DomainEvents.Subscriptions;

namespace DomainEvents.Pipelines;

/// <summary>
/// What one publish calls, numbered in the order in which it runs: the declared handlers, the subscriptions that there were when the
/// publish began, those to all events.
/// </summary>
internal readonly struct HandlerSteps
{
    private readonly BoundHandler[] _handlers;
    private readonly Subscription[] _subscriptions;
    private readonly Subscription[] _allEventSubscriptions;
    private readonly int _subscriptionsEnd;

    public HandlerSteps(BoundHandler[] handlers)
    {
        _handlers = handlers;
        _subscriptions = [];
        _allEventSubscriptions = [];
        _subscriptionsEnd = handlers.Length;
        Count = handlers.Length;
    }

    public HandlerSteps(
        BoundHandler[] handlers, SubscriptionList.Snapshot subscriptions, SubscriptionList.Snapshot allEventSubscriptions, SubscriptionClock clock)
    {
        _handlers = handlers;

        // The counts first: what they count is there.
        _subscriptionsEnd = handlers.Length + subscriptions.Count;
        Count = _subscriptionsEnd + allEventSubscriptions.Count;
        _subscriptions = subscriptions.Items;
        _allEventSubscriptions = allEventSubscriptions.Items;
        Now = Count == handlers.Length ? 0 : clock.CallTime;
    }

    public int Count { get; }

    /// <summary>What the subscriptions are told as the time of the call.</summary>
    public long Now { get; }

    public ReadOnlySpan<Subscription> Subscriptions => _subscriptions.AsSpan(0, _subscriptionsEnd - _handlers.Length);

    public ReadOnlySpan<Subscription> AllEventSubscriptions => _allEventSubscriptions.AsSpan(0, Count - _subscriptionsEnd);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Invoke(int step, IDomainEvent domainEvent, IServiceProvider? services)
    {
        if (step < _handlers.Length)
        {
            _handlers[step].Invoke(domainEvent, services);
        }
        else
        {
            SubscriptionAt(step).Invoke(domainEvent, Now);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ValueTask InvokeAsync(int step, IDomainEvent domainEvent, IServiceProvider? services, CancellationToken cancellationToken) =>
        step < _handlers.Length
            ? _handlers[step].InvokeAsync(domainEvent, services, cancellationToken)
            : SubscriptionAt(step).InvokeAsync(domainEvent, Now, cancellationToken);

    /// <summary>Whether a synchronous publish of the event has to be refused because of the step.</summary>
    public bool IsAsyncOnly(int step, IDomainEvent domainEvent) => step < _handlers.Length
        ? _handlers[step].IsAsyncOnlyFor(domainEvent)
        : SubscriptionAt(step) is { IsAsync: true, IsActive: true } subscription && subscription.Topic.EventType.IsInstanceOfType(domainEvent);

    public bool IsSubscription(int step) => step >= _handlers.Length;

    /// <summary>The declared handler of a step that is no subscription.</summary>
    public BoundHandler HandlerOf(int step) => _handlers[step];

    /// <summary>The subscription of a step, or <see langword="null"/>.</summary>
    public Subscription? SubscriptionOf(int step) => step < _handlers.Length ? null : SubscriptionAt(step);

    public string NameOf(int step) => step < _handlers.Length ? _handlers[step].Name : SubscriptionAt(step).Name;

    public HandlerErrorPolicy PolicyOf(int step) => step < _handlers.Length ? _handlers[step].OnError : HandlerErrorPolicy.Propagate;

    private Subscription SubscriptionAt(int step) =>
        step < _subscriptionsEnd ? _subscriptions[step - _handlers.Length] : _allEventSubscriptions[step - _subscriptionsEnd];
}
