using System.Runtime.CompilerServices;
using DomainEvents.Subscriptions;

namespace DomainEvents;

/// <content>Subscriptions.</content>
public sealed partial class DomainEventPublisher
{
    /// <inheritdoc />
    public SubscriptionRegistry Subscriptions { get; }

    /// <inheritdoc />
    public EventSubscription Subscribe<TEvent>(Action<TEvent> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new ActionSubscription<TEvent>(handler));
    }

    /// <inheritdoc />
    public EventSubscription Subscribe<TEvent>(Func<TEvent, Task> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new TaskSubscription<TEvent>(handler));
    }

    /// <inheritdoc />
    public EventSubscription Subscribe<TEvent>(Func<TEvent, CancellationToken, ValueTask> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new ValueTaskSubscription<TEvent>(handler));
    }

    /// <inheritdoc />
    public EventSubscription SubscribeAll(Action<IDomainEvent> handler) => Subscribe(handler);

    /// <inheritdoc />
    public EventSubscription SubscribeOwned<TEvent>(object owner, Action<TEvent> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new OwnedSubscription<TEvent>(owner, handler));
    }

    /// <inheritdoc />
    [OverloadResolutionPriority(1)]
    public EventSubscription SubscribeOwned<TEvent>(object owner, Func<TEvent, Task> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return SubscribeOwned<TEvent>(owner, (domainEvent, _) => new ValueTask(handler(domainEvent)));
    }

    /// <inheritdoc />
    public EventSubscription SubscribeOwned<TEvent>(object owner, Func<TEvent, CancellationToken, ValueTask> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(owner);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new OwnedAsyncSubscription<TEvent>(owner, handler));
    }

    /// <inheritdoc />
    public EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Action<TTarget, TEvent> handler)
        where TTarget : class
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new WeakActionSubscription<TTarget, TEvent>(target, handler));
    }

    /// <inheritdoc />
    [OverloadResolutionPriority(1)]
    public EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Func<TTarget, TEvent, Task> handler)
        where TTarget : class
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(handler);
        return SubscribeWeak<TTarget, TEvent>(target, (living, domainEvent, _) => new ValueTask(handler(living, domainEvent)));
    }

    /// <inheritdoc />
    public EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Func<TTarget, TEvent, CancellationToken, ValueTask> handler)
        where TTarget : class
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new WeakAsyncSubscription<TTarget, TEvent>(target, handler));
    }

    /// <inheritdoc />
    public EventSubscription SubscribeOn<TEvent>(SynchronizationContext context, Action<TEvent> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new PostedActionSubscription<TEvent>(context, Errors, handler));
    }

    /// <inheritdoc />
    [OverloadResolutionPriority(1)]
    public EventSubscription SubscribeOn<TEvent>(SynchronizationContext context, Func<TEvent, Task> handler)
        where TEvent : IDomainEvent
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(handler);
        return _subscriptions.Add(typeof(TEvent), new PostedTaskSubscription<TEvent>(context, Errors, handler));
    }

    /// <inheritdoc />
    public int UnsubscribeOwner(object owner)
    {
        ArgumentNullException.ThrowIfNull(owner);
        return _subscriptions.EndOwned(owner);
    }
}
