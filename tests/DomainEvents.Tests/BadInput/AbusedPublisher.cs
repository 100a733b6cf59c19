using System.Collections.Concurrent;
using DomainEvents.Tests.Filters;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Subscriptions;
using DomainEvents.Tests.Time;

namespace DomainEvents.Tests.BadInput;

/// <summary>
/// A publisher with one handler that misbehaves as a test tells it, called in one of many ways, and one that behaves, called after it.
/// Errors are gathered wherever they come out.
/// </summary>
internal sealed class AbusedPublisher : IAsyncDisposable
{
    private readonly HandlerWay _way;
    private readonly QueueContext _context = new();
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly BackgroundPublisher _queue;
    private readonly BatchPublisher _batch;
    private readonly List<IDisposable> _attached = [];

    public AbusedPublisher(HandlerWay way, Func<OrderPlaced, CancellationToken, Task> body)
    {
        _way = way;
        var module = new TestModule();
        switch (way)
        {
            case HandlerWay.Declared:
                module.Sync<OrderPlaced>("Shop.Bad", e => Now(body(e, default)));
                module.Sync<OrderPlaced>("Shop.Good", Note);
                break;
            case HandlerWay.DeclaredAsync or HandlerWay.DeclaredConcurrent:
                module.Async<OrderPlaced>("Shop.Bad", (e, token) => new ValueTask(body(e, token)));
                module.Async<OrderPlaced>("Shop.Good", NoteAsync);
                break;
            case HandlerWay.DeclaredAsyncLater:
                module.Async<OrderPlaced>("Shop.Bad", (e, token) => new ValueTask(Later(body, e, token)));
                module.Async<OrderPlaced>("Shop.Good", NoteAsync);
                break;
            case HandlerWay.DeclaredBackground:
                module.Async<OrderPlaced>("Shop.Bad", (e, token) => new ValueTask(body(e, token)), background: true);
                module.Async<OrderPlaced>("Shop.Bad", NoteAsync, background: true);
                break;
            default:
                break;
        }

        Publisher = module.Publisher(options =>
        {
            options.OnUnhandledError = _errors.Enqueue;
            options.TimeProvider = Time;
            options.Concurrency = way == HandlerWay.DeclaredConcurrent ? HandlerConcurrency.Concurrent : HandlerConcurrency.Sequential;
            if (way == HandlerWay.Observed)
            {
                options.Filters.Add(new NotingFilter("filter", new ConcurrentQueue<string>()));
            }
        });
        _queue = new BackgroundPublisher(Publisher, new BackgroundPublisherOptions { Lanes = 1, OnError = (_, exception) => _errors.Enqueue(exception) });
        _batch = new BatchPublisher(Publisher, new BatchPublisherOptions { Size = 3, OnError = (_, exception) => _errors.Enqueue(exception) });
        if (way == HandlerWay.Observed)
        {
            _attached.AddRange([EventTracer.Attach(Publisher), DomainEventMetrics.Attach(Publisher), DomainEventTelemetry.Attach(Publisher)]);
        }

        Bad = Subscribe(body);
        Good = Bad is null ? null : Subscribe((e, _) =>
        {
            Note(e);
            return Task.CompletedTask;
        });
    }

    public static TheoryData<HandlerWay> AllWays => [.. Enum.GetValues<HandlerWay>()];

    public DomainEventPublisher Publisher { get; }

    /// <summary>The subscription that misbehaves, or <see langword="null"/> where the handler is declared.</summary>
    public EventSubscription? Bad { get; }

    public EventSubscription? Good { get; }

    /// <summary>The owner or target of the subscriptions, where they have one.</summary>
    public object Owner { get; } = new();

    /// <summary>The events that the handler which behaves got, in order.</summary>
    public List<int> Noted { get; } = [];

    /// <summary>What went wrong in handlers and came out anywhere.</summary>
    public IEnumerable<Exception> Errors => _errors.SelectMany(Causes);

    /// <summary>The clock of the publisher.</summary>
    public ManualTime Time { get; } = new();

    /// <summary>Whether the handler that misbehaves runs on the thread that publishes.</summary>
    public bool IsSynchronous => _way is HandlerWay.Declared or HandlerWay.Subscribed or HandlerWay.Owned or HandlerWay.Weak
        or HandlerWay.SubscribedToAll or HandlerWay.Observed or HandlerWay.Posted or HandlerWay.Queued or HandlerWay.Batched or HandlerWay.PublishedAsBatch;

    /// <summary>Publishes in the way given and waits until the handlers are done.</summary>
    public Task PublishAsync(OrderPlaced domainEvent) => RunAsync(domainEvent, TestContext.Current.CancellationToken);

    /// <summary>Publishes with a cancelled token.</summary>
    public Task PublishCancelledAsync(OrderPlaced domainEvent) => RunAsync(domainEvent, new CancellationToken(canceled: true));

    /// <summary>Stops what runs off the caller's path, without patience.</summary>
    public async Task HurryAsync()
    {
        var impatient = new CancellationToken(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _way == HandlerWay.Queued
            ? _queue.StopAsync(impatient)
            : Publisher.FinishBackgroundHandlersAsync(impatient));
    }

    public async ValueTask DisposeAsync()
    {
        await _queue.DisposeAsync();
        await _batch.DisposeAsync();
        _attached.ForEach(static attached => attached.Dispose());
        await Publisher.DisposeAsync();
    }

    private async Task RunAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        try
        {
            switch (_way)
            {
                case HandlerWay.Declared or HandlerWay.Subscribed or HandlerWay.Owned or HandlerWay.Weak or HandlerWay.SubscribedToAll or HandlerWay.Observed:
                    Publisher.Publish(domainEvent);
                    break;
                case HandlerWay.DeclaredBackground:
                    Publisher.Publish(domainEvent);
                    await Publisher.FinishBackgroundHandlersAsync(TestContext.Current.CancellationToken);
                    break;
                case HandlerWay.Posted:
                    Publisher.Publish(domainEvent);
                    _context.RunAll();
                    break;
                case HandlerWay.Queued:
                    await _queue.EnqueueAsync(domainEvent, cancellationToken);
                    await _queue.DrainAsync(Timeout.InfiniteTimeSpan).WaitAsync(TestContext.Current.CancellationToken);
                    break;
                case HandlerWay.Batched:
                    await _batch.PublishAsync(domainEvent, cancellationToken);
                    await _batch.FlushAsync(TestContext.Current.CancellationToken);
                    break;
                case HandlerWay.PublishedAsBatch:
                    await Publisher.PublishBatchAsync([domainEvent], cancellationToken);
                    break;
                default:
                    await Publisher.PublishAsync(domainEvent, cancellationToken);
                    break;
            }
        }
        catch (DomainEventHandlingException failed)
        {
            _errors.Enqueue(failed);
        }
    }

    private EventSubscription? Subscribe(Func<OrderPlaced, CancellationToken, Task> body) => _way switch
    {
        HandlerWay.Declared or HandlerWay.DeclaredAsync or HandlerWay.DeclaredAsyncLater or HandlerWay.DeclaredConcurrent or HandlerWay.DeclaredBackground => null,
        HandlerWay.SubscribedAsync => Publisher.Subscribe<OrderPlaced>((e, token) => new ValueTask(Later(body, e, token))),
        HandlerWay.SubscribedToAll => Publisher.SubscribeAll(e => Now(e is OrderPlaced placed ? body(placed, default) : Task.CompletedTask)),
        HandlerWay.Owned => Publisher.SubscribeOwned<OrderPlaced>(Owner, new Action<OrderPlaced>(e => Now(body(e, default)))),
        HandlerWay.OwnedAsync => Publisher.SubscribeOwned<OrderPlaced>(Owner, (e, token) => new ValueTask(Later(body, e, token))),
        HandlerWay.Weak => Publisher.SubscribeWeak<object, OrderPlaced>(Owner, new Action<object, OrderPlaced>((_, e) => Now(body(e, default)))),
        HandlerWay.WeakAsync => Publisher.SubscribeWeak<object, OrderPlaced>(Owner, (_, e, token) => new ValueTask(Later(body, e, token))),
        HandlerWay.Posted => Publisher.SubscribeOn<OrderPlaced>(_context, new Action<OrderPlaced>(e => Now(body(e, default)))),
        _ => Publisher.Subscribe<OrderPlaced>(new Action<OrderPlaced>(e => Now(body(e, default)))),
    };

    /// <summary>Those in which nothing is nested: a batch tells of events that tell of handlers.</summary>
    private static IEnumerable<Exception> Causes(Exception error) =>
        error is DomainEventHandlingException several ? several.InnerExceptions.SelectMany(Causes) : Enumerable.Repeat(error, 1);

    private static async Task Later(Func<OrderPlaced, CancellationToken, Task> body, OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        await Task.Yield();
        await body(domainEvent, cancellationToken);
    }

    /// <summary>The bodies of the tests complete at once, unless they hang.</summary>
    private static void Now(Task task)
    {
        Assert.True(task.IsCompleted);
        task.GetAwaiter().GetResult();
    }

    private void Note(OrderPlaced domainEvent)
    {
        lock (Noted)
        {
            Noted.Add(domainEvent.Number);
        }
    }

    private ValueTask NoteAsync(OrderPlaced domainEvent, CancellationToken cancellationToken)
    {
        Note(domainEvent);
        return default;
    }
}
