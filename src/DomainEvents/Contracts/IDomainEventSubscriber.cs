using System.Runtime.CompilerServices;

namespace DomainEvents;

/// <summary>
/// Lets code listen to events while the program runs. A subscription to a base type or an interface gets the derived events. Subscribers
/// run after the declared handlers, in subscription order, those of all events last. Safe for use by several threads, also while
/// events are being published.
/// </summary>
/// <remarks>
/// A subscription made while an event is being published does not get that event. One that was disposed is not called again. Every
/// method throws <see cref="ArgumentNullException"/> for an argument that is <see langword="null"/>; those that subscribe throw
/// <see cref="ObjectDisposedException"/> when the publisher is disposed, with which every subscription has ended.
/// </remarks>
public interface IDomainEventSubscriber
{
    private const string NoAsync = "This subscriber takes no asynchronous handler of this kind. Subscribe with DomainEventPublisher.";

    /// <summary>The active subscriptions, for diagnosis and for removing those that nobody uses.</summary>
    SubscriptionRegistry Subscriptions { get; }

    /// <summary>Calls the handler for each event, on the publisher's thread.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="handler">Runs before <c>Publish</c> returns.</param>
    /// <returns>Dispose it to end the subscription. It lasts as long as the publisher otherwise.</returns>
    EventSubscription Subscribe<TEvent>(Action<TEvent> handler)
        where TEvent : IDomainEvent;

    /// <summary>Calls the asynchronous handler for each event. Asynchronous lambdas bind here.</summary>
    /// <remarks>
    /// So does a lambda that only throws, since it could return anything: <c>Subscribe&lt;T&gt;(_ => throw error)</c>. Where it is to
    /// fail a synchronous publish, in a test for instance, write <c>Subscribe(new Action&lt;T&gt;(_ => throw error))</c>.
    /// </remarks>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="handler">Awaited by <c>PublishAsync</c>; while it is subscribed, <c>Publish</c> throws <see cref="AsyncHandlersException"/>.</param>
    /// <returns>Dispose it to end the subscription. It lasts as long as the publisher otherwise.</returns>
    EventSubscription Subscribe<TEvent>(Func<TEvent, Task> handler)
        where TEvent : IDomainEvent;

    /// <summary>Calls the asynchronous handler for each event with the token given to <c>PublishAsync</c>.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="handler">Awaited by <c>PublishAsync</c>; while it is subscribed, <c>Publish</c> throws <see cref="AsyncHandlersException"/>.</param>
    /// <returns>Dispose it to end the subscription. It lasts as long as the publisher otherwise.</returns>
    EventSubscription Subscribe<TEvent>(Func<TEvent, CancellationToken, ValueTask> handler)
        where TEvent : IDomainEvent;

    /// <summary>
    /// Calls the handler for every event of every type, after all other handlers. The same as <c>Subscribe&lt;IDomainEvent&gt;</c>, which
    /// takes asynchronous handlers too.
    /// </summary>
    /// <param name="handler">Runs before <c>Publish</c> returns.</param>
    /// <returns>Dispose it to end the subscription. It lasts as long as the publisher otherwise.</returns>
    EventSubscription SubscribeAll(Action<IDomainEvent> handler);

    /// <summary>Calls the handler until <see cref="UnsubscribeOwner"/> is called with the owner: one call ends all that the owner has.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="owner">Compared by reference. The publisher keeps it alive while it has subscriptions.</param>
    /// <param name="handler">Runs before <c>Publish</c> returns.</param>
    /// <returns>Dispose it to end this subscription alone.</returns>
    EventSubscription SubscribeOwned<TEvent>(object owner, Action<TEvent> handler)
        where TEvent : IDomainEvent;

    /// <inheritdoc cref="SubscribeOwned{TEvent}(object, Action{TEvent})" />
    /// <param name="owner">Compared by reference. The publisher keeps it alive while it has subscriptions.</param>
    /// <param name="handler">Awaited by <c>PublishAsync</c>; while it is subscribed, <c>Publish</c> throws <see cref="AsyncHandlersException"/>.</param>
    /// <exception cref="NotSupportedException">The subscriber is another class than <see cref="DomainEventPublisher"/> and does without.</exception>
    [OverloadResolutionPriority(1)]
    EventSubscription SubscribeOwned<TEvent>(object owner, Func<TEvent, Task> handler)
        where TEvent : IDomainEvent => throw new NotSupportedException(NoAsync);

    /// <inheritdoc cref="SubscribeOwned{TEvent}(object, Func{TEvent, Task})" />
    EventSubscription SubscribeOwned<TEvent>(object owner, Func<TEvent, CancellationToken, ValueTask> handler)
        where TEvent : IDomainEvent => throw new NotSupportedException(NoAsync);

    /// <summary>Calls the handler with the target for as long as something else keeps the target alive.</summary>
    /// <typeparam name="TTarget">The subscriber.</typeparam>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="target">The subscriber, which the publisher does not keep alive.</param>
    /// <param name="handler">Gets the target as its first argument. Make it <c>static</c>: a lambda that captures the target keeps it alive.</param>
    /// <returns>Dispose it to end the subscription before the target is collected.</returns>
    EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Action<TTarget, TEvent> handler)
        where TTarget : class
        where TEvent : IDomainEvent;

    /// <inheritdoc cref="SubscribeWeak{TTarget, TEvent}(TTarget, Action{TTarget, TEvent})" />
    /// <param name="target">The subscriber, which the publisher keeps alive only while it awaits the handler.</param>
    /// <param name="handler">Awaited by <c>PublishAsync</c>; while the target lives, <c>Publish</c> throws <see cref="AsyncHandlersException"/>.</param>
    /// <exception cref="NotSupportedException">The subscriber is another class than <see cref="DomainEventPublisher"/> and does without.</exception>
    [OverloadResolutionPriority(1)]
    EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Func<TTarget, TEvent, Task> handler)
        where TTarget : class
        where TEvent : IDomainEvent => throw new NotSupportedException(NoAsync);

    /// <inheritdoc cref="SubscribeWeak{TTarget, TEvent}(TTarget, Func{TTarget, TEvent, Task})" />
    EventSubscription SubscribeWeak<TTarget, TEvent>(TTarget target, Func<TTarget, TEvent, CancellationToken, ValueTask> handler)
        where TTarget : class
        where TEvent : IDomainEvent => throw new NotSupportedException(NoAsync);

    /// <summary>Posts each event to a synchronization context, such as that of a user interface. The publisher does not wait.</summary>
    /// <typeparam name="TEvent">The event, a base type of events or an interface of events.</typeparam>
    /// <param name="context">Where the handler runs.</param>
    /// <param name="handler">Not called for events that arrive after the subscription has ended. What it throws goes to the unhandled errors.</param>
    /// <returns>Dispose it to end the subscription. It lasts as long as the publisher otherwise.</returns>
    EventSubscription SubscribeOn<TEvent>(SynchronizationContext context, Action<TEvent> handler)
        where TEvent : IDomainEvent;

    /// <inheritdoc cref="SubscribeOn{TEvent}(SynchronizationContext, Action{TEvent})" />
    /// <param name="context">Where the handler runs, and goes on after each await.</param>
    /// <param name="handler">Called for each event at once: it may still await something for the one before. What it throws goes to the unhandled errors.</param>
    /// <exception cref="NotSupportedException">The subscriber is another class than <see cref="DomainEventPublisher"/> and does without.</exception>
    [OverloadResolutionPriority(1)]
    EventSubscription SubscribeOn<TEvent>(SynchronizationContext context, Func<TEvent, Task> handler)
        where TEvent : IDomainEvent => throw new NotSupportedException(NoAsync);

    /// <summary>Ends all subscriptions of an owner.</summary>
    /// <param name="owner">The object given to <c>SubscribeOwned</c>, compared by reference.</param>
    /// <returns>How many subscriptions ended.</returns>
    int UnsubscribeOwner(object owner);
}
