using System.Collections.Concurrent;
using DomainEvents.CompilerServices;
using DomainEvents.Tests.Binding;
using DomainEvents.Tests.Modules;
using DomainEvents.Tests.Observation;

namespace DomainEvents.Tests.Background;

/// <summary>Background handlers whose scope cannot be opened, because the container fails or is gone.</summary>
public sealed class BackgroundScopeTests
{
    private readonly TestScopes _scopes = new();
    private readonly ConcurrentQueue<Exception> _errors = new();
    private readonly TaskCompletionSource _started = new();
    private readonly TaskCompletionSource _gate = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Scope_that_cannot_be_opened_is_reported_for_each_event_and_the_next_event_is_handled()
    {
        var publisher = Publisher();
        _scopes.OpeningError = new TimeoutException("no connection");

        publisher.Publish(new OrderPlaced(1));
        publisher.Publish(new OrderPlaced(2));
        await publisher.FinishBackgroundHandlersAsync(Token);
        _scopes.OpeningError = null;
        publisher.Publish(new OrderPlaced(3));
        await publisher.DisposeAsync();

        Assert.Equal(2, _errors.Count);
        Assert.All(_errors, error =>
        {
            var failure = Assert.IsType<DomainEventHandlingException>(error);
            Assert.Equal([typeof(CountingHandler).FullName!], failure.FailedHandlers);
            Assert.IsType<TimeoutException>(failure.InnerException);
        });
        Assert.Equal(1, Assert.Single(_scopes.Opened).Handler!.Calls);
    }

    [Fact]
    public async Task Scope_that_cannot_be_opened_is_observed_as_a_failed_call_and_the_publish_settles()
    {
        var publisher = Publisher();
        var observer = new RecordingObserver();
        using var attached = publisher.Observers.Attach(observer);
        _scopes.OpeningError = new TimeoutException();

        publisher.Publish(new OrderPlaced());
        await publisher.DisposeAsync();

        Assert.Contains($"  {typeof(CountingHandler)} begins in background", observer.Lines);
        Assert.Contains($"  {typeof(CountingHandler)} failed: TimeoutException", observer.Lines);
        Assert.Equal("order.placed settled", observer.Lines[^1]);
    }

    [Fact]
    public async Task Handler_that_waits_when_the_container_is_disposed_is_reported_with_what_to_do()
    {
        var publisher = Blocked();
        publisher.Publish(new OrderPlaced());
        await _started.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());
        _scopes.OpeningError = new ObjectDisposedException("IServiceProvider");

        var disposal = publisher.DisposeAsync();
        _gate.SetResult();
        await disposal;

        AssertReportedTwice();
    }

    [Fact]
    public async Task Synchronous_disposal_reports_what_waits_for_a_disposed_container_before_it_returns()
    {
        var publisher = Blocked();
        publisher.Publish(new OrderPlaced());
        await _started.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());
        _scopes.OpeningError = new ObjectDisposedException("IServiceProvider");

        publisher.Dispose();

        AssertReportedTwice();
        _gate.SetResult();
        await publisher.FinishBackgroundHandlersAsync(Token);
    }

    [Fact]
    public async Task Disposal_before_the_container_leaves_what_waits_to_its_turn()
    {
        var publisher = Blocked();
        publisher.Publish(new OrderPlaced());
        await _started.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());

        publisher.Dispose();
        _gate.SetResult();
        await publisher.FinishBackgroundHandlersAsync(Token);

        Assert.Empty(_errors);
        Assert.Equal(2, _scopes.Opened.Count(static scope => scope.End == "disposed asynchronously"));
    }

    private void AssertReportedTwice()
    {
        Assert.Equal(2, _errors.Count);
        Assert.All(_errors, static error =>
        {
            var failure = Assert.IsType<DomainEventHandlingException>(error);
            Assert.Equal(["Shop.Slow.On"], failure.FailedHandlers);
            Assert.IsType<ObjectDisposedException>(failure.InnerException);
            Assert.Contains("container", failure.Message, StringComparison.Ordinal);
            Assert.Contains(nameof(DomainEventPublisher.FinishBackgroundHandlersAsync), failure.Message, StringComparison.Ordinal);
        });
    }

    private DomainEventPublisher Publisher() => Publisher(new HandlerDescriptor
    {
        HandledType = typeof(OrderPlaced),
        Name = typeof(CountingHandler).FullName!,
        HandlerType = typeof(CountingHandler),
        Background = true,
        Invoke = static (handler, domainEvent, services) =>
            HandlerServices.Resolve<CountingHandler>(handler, services).Handle((OrderPlaced)domainEvent),
    });

    private DomainEventPublisher Blocked() => Publisher(new HandlerDescriptor
    {
        HandledType = typeof(OrderPlaced),
        Name = "Shop.Slow.On",
        TakesServices = true,
        Background = true,
        InvokeAsync = async (_, _, _, _) =>
        {
            _started.TrySetResult();
            await _gate.Task;
        },
    });

    private DomainEventPublisher Publisher(HandlerDescriptor handler) => new TestModule().Row(handler).Publisher(options =>
    {
        options.Services = _scopes;
        options.OnUnhandledError = _errors.Enqueue;
    });
}
