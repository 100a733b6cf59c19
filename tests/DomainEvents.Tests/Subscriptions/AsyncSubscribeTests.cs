using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Observation;

namespace DomainEvents.Tests.Subscriptions;

/// <summary>Owned, weak and posted subscriptions with asynchronous handlers.</summary>
public sealed class AsyncSubscribeTests : IDisposable
{
    private readonly List<Exception> _unhandled = [];
    private readonly DomainEventPublisher _publisher;
    private readonly List<string> _calls = [];

    public AsyncSubscribeTests() => _publisher = new TestModule().Publisher(options => options.OnUnhandledError = _unhandled.Add);

    public void Dispose() => _publisher.Dispose();

    [Fact]
    public async Task Asynchronous_lambdas_are_awaited_and_never_become_async_void()
    {
        var gate = new TaskCompletionSource();
        using var source = new CancellationTokenSource();
        _publisher.SubscribeOwned<OrderPlaced>(this, async e =>
        {
            await gate.Task;
            _calls.Add($"owned {e.Number}");
        });
        _publisher.SubscribeOwned<OrderPlaced>(this, async (_, token) =>
        {
            await gate.Task;
            _calls.Add($"owned {token == source.Token}");
        });
        _publisher.SubscribeWeak<List<string>, OrderPlaced>(_calls, static async (calls, e) =>
        {
            await Task.Yield();
            calls.Add($"weak {e.Number}");
        });
        _publisher.SubscribeWeak<List<string>, OrderPlaced>(_calls, static async (calls, _, token) =>
        {
            await Task.Yield();
            calls.Add($"weak {token.CanBeCanceled}");
        });

        var publishing = _publisher.PublishAsync(new OrderPlaced(7), source.Token);
        Assert.Empty(_calls);
        gate.SetResult();
        await publishing;

        Assert.Equal(["owned 7", "owned True", "weak 7", "weak True"], _calls);
    }

    [Fact]
    public void Synchronous_publish_refuses_them()
    {
        _publisher.SubscribeOwned<OrderPlaced>(this, _ => Task.CompletedTask);
        _publisher.SubscribeWeak<List<string>, OrderPlaced>(_calls, static (_, _) => Task.CompletedTask);

        var error = Assert.Throws<AsyncHandlersException>(() => _publisher.Publish(new OrderPlaced()));

        Assert.Equal(
            [
                $"subscription of {typeof(AsyncSubscribeTests)} to {typeof(OrderPlaced)}",
                $"subscription of {typeof(List<string>)} to {typeof(OrderPlaced)}",
            ],
            error.Handlers);
        Assert.Equal(1, _publisher.UnsubscribeOwner(this));
        Assert.Single(Assert.Throws<AsyncHandlersException>(() => _publisher.Publish(new OrderPlaced())).Handlers);
    }

    [Fact]
    public void SubscribeOn_awaits_on_the_context_while_the_publisher_does_not_wait()
    {
        var context = new QueueContext();
        var gate = new TaskCompletionSource();
        _publisher.SubscribeOn<OrderPlaced>(context, async e =>
        {
            _calls.Add($"begin {e.Number}");
            await gate.Task;
            _calls.Add($"end {SynchronizationContext.Current == context}");
        });

        _publisher.Publish(new OrderPlaced(7));
        Assert.Empty(_calls);
        context.RunAll();
        Assert.Equal(["begin 7"], _calls);
        gate.SetResult();
        context.RunAll();

        Assert.Equal(["begin 7", "end True"], _calls);
    }

    [Fact]
    public void SubscribeOn_reports_what_an_asynchronous_handler_throws()
    {
        var context = new QueueContext();
        var gate = new TaskCompletionSource();
        _publisher.SubscribeOn<OrderPlaced>(context, e => e.Number == 1 ? throw new FormatException() : gate.Task);
        _publisher.Publish(new OrderPlaced(1));
        _publisher.Publish(new OrderPlaced(2));

        context.RunAll();
        Assert.IsType<FormatException>(Assert.Single(_unhandled).InnerException);
        gate.SetException(new TimeoutException());

        Assert.IsType<TimeoutException>(_unhandled[1].InnerException);
    }

    [Fact]
    public async Task SubscribeOn_tells_observers_when_an_asynchronous_handler_is_done()
    {
        var observer = new RecordingObserver();
        using var attachment = _publisher.Observers.Attach(observer);
        var context = new QueueContext();
        var gate = new TaskCompletionSource();
        _publisher.SubscribeOn<OrderPlaced>(context, async _ =>
        {
            await gate.Task;
            _calls.Add("done");
        });

        _publisher.Publish(new OrderPlaced());
        context.RunAll();
        Assert.Contains("order.placed done", observer.Lines);
        Assert.False(observer.Settled.IsCompleted);
        gate.SetResult();
        context.RunAll();
        await observer.Settled;

        Assert.Equal(["done"], _calls);
        Assert.Equal("order.placed settled", observer.Lines[^1]);
    }

    [Fact]
    public void Null_handlers_are_not_ambiguous()
    {
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOwned<OrderPlaced>(this, null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeWeak<object, OrderPlaced>(this, null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOn<OrderPlaced>(new QueueContext(), null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOwned<OrderPlaced>(null!, _ => Task.CompletedTask));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOwned<OrderPlaced>(this, (Func<OrderPlaced, CancellationToken, ValueTask>)null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeWeak<object, OrderPlaced>(null!, (_, _) => Task.CompletedTask));
        Assert.Throws<ArgumentNullException>(
            () => _publisher.SubscribeWeak(this, (Func<AsyncSubscribeTests, OrderPlaced, CancellationToken, ValueTask>)null!));
        Assert.Throws<ArgumentNullException>(() => _publisher.SubscribeOn<OrderPlaced>(null!, _ => Task.CompletedTask));
    }

    [Fact]
    public void Method_groups_bind_by_what_they_return()
    {
        _publisher.SubscribeOwned<OrderPlaced>(this, Note);
        _publisher.SubscribeOwned<OrderPaid>(this, NoteAsync);
        _publisher.SubscribeWeak<AsyncSubscribeTests, OrderShipped>(this, static (test, e) => test.Note(e));

        _publisher.Publish(new OrderPlaced());
        _publisher.Publish(new OrderShipped());
        Assert.Throws<AsyncHandlersException>(() => _publisher.Publish(new OrderPaid(1)));

        Assert.Equal([typeof(OrderPlaced).Name, typeof(OrderShipped).Name], _calls);
    }

    private void Note(IDomainEvent domainEvent) => _calls.Add(domainEvent.GetType().Name);

    private Task NoteAsync(OrderPaid domainEvent)
    {
        Note(domainEvent);
        return Task.CompletedTask;
    }
}
