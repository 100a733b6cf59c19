using System.Collections.Concurrent;
using DomainEvents.CompilerServices;
using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

/// <summary>What runs in the background of a container, and what becomes of it when the host stops.</summary>
public sealed class BackgroundTests
{
    private readonly TaskCompletionSource _first = new();
    private readonly TaskCompletionSource _gate = new();
    private int _handled;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Background_publisher_opens_a_scope_for_each_event_with_scoped_handlers()
    {
        await using var provider = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>())).BuildChecked();
        var background = provider.GetRequiredService<BackgroundPublisher>();

        await background.EnqueueAsync(new OrderPlaced(), Token);
        await background.EnqueueAsync(new OrderPlaced(), Token);
        await background.DrainAsync(TimeSpan.FromMinutes(1));

        var handlers = provider.GetRequiredService<Journal>().Entries.Cast<JournalHandler>().ToList();
        Assert.Equal(2, handlers.Distinct().Count());
        Assert.All(handlers, static handler => Assert.True(handler.IsDisposed));
    }

    [Fact]
    public async Task Container_that_is_disposed_of_synchronously_stops_its_background_publisher()
    {
        var provider = Container.Describe(Table(HandWrittenHandler.Class<JournalHandler, OrderPlaced>())).BuildChecked();
        var background = provider.GetRequiredService<BackgroundPublisher>();

        provider.Dispose();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => background.EnqueueAsync(new OrderPlaced(), Token).AsTask());
    }

    [Fact]
    public async Task Host_that_stops_lets_everything_accepted_be_handled_first()
    {
        var services = Container.Describe(Table(Slow(background: true), Slow(background: false)));
        await using var provider = services.BuildChecked();
        var startup = await StartAsync(provider);
        var background = provider.GetRequiredService<BackgroundPublisher>();
        await background.EnqueueAsync(new OrderPlaced(), Token);
        await background.EnqueueAsync(new OrderPlaced(), Token);
        await _first.Task.WaitAsync(Token);

        await startup.StopAsync(Token);
        var stopped = startup.StoppedAsync(Token);
        Assert.False(stopped.IsCompleted);
        _gate.SetResult();
        await stopped;

        Assert.Equal(4, _handled);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await background.EnqueueAsync(new OrderPlaced(), Token));
    }

    [Fact]
    public async Task Host_that_cannot_wait_reports_what_was_not_handled()
    {
        var errors = new List<Exception>();
        var services = Container.Describe(Table(Slow(background: true)), options => options.OnUnhandledError = errors.Add);
        await using var provider = services.BuildChecked();
        var startup = await StartAsync(provider);
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        publisher.Publish(new OrderPlaced());
        await _first.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => startup.StoppedAsync(new CancellationToken(true)));

        var error = Assert.IsType<DomainEventHandlingException>(Assert.Single(errors));
        Assert.Contains("stopped before its turn", error.Message, StringComparison.Ordinal);
        _gate.SetResult();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Container_disposed_without_a_host_reports_each_background_handler_that_waited_for_its_services(bool isAsync)
    {
        var errors = new ConcurrentQueue<Exception>();
        var provider = Container.Describe(Table(Scoped(background: true)), options => options.OnUnhandledError = errors.Enqueue).BuildChecked();
        var publisher = provider.GetRequiredService<IDomainEventPublisher>();
        publisher.Publish(new OrderPlaced());
        await _first.Task.WaitAsync(Token);
        publisher.Publish(new OrderPlaced());
        publisher.Publish(new OrderPlaced());

        var disposal = Dispose(provider, isAsync);
        _gate.SetResult();
        await disposal;

        Assert.Equal(2, errors.Count);
        Assert.All(errors, static error => Assert.Contains("container was disposed before their turn", error.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Container_disposed_without_a_host_reports_each_event_of_the_background_publisher_that_waited_for_services(bool isAsync)
    {
        var failed = new ConcurrentQueue<(IDomainEvent Event, Exception Exception)>();
        var services = Container.Describe(Table(Scoped(background: false)));
        services.ConfigureBackgroundPublisher(options => options.OnError = (domainEvent, exception) => failed.Enqueue((domainEvent, exception)));
        var provider = services.BuildChecked();
        var background = provider.GetRequiredService<BackgroundPublisher>();
        await background.EnqueueAsync(new OrderPlaced(), Token);
        await _first.Task.WaitAsync(Token);
        OrderPlaced[] waiting = [new(), new()];
        await background.EnqueueAsync(waiting[0], Token);
        await background.EnqueueAsync(waiting[1], Token);

        var disposal = Task.Run(() => Dispose(provider, isAsync), Token);
        await Assert.ThrowsAsync<ObjectDisposedException>(async () =>
        {
            while (true)
            {
                provider.CreateScope().Dispose();
                await Task.Yield();
            }
        });
        _gate.SetResult();
        await disposal;

        Assert.Equal(waiting, failed.Select(static row => row.Event));
        Assert.All(failed, static row => Assert.Contains("container was disposed before their turn", row.Exception.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Options_of_the_background_publisher_come_from_the_container()
    {
        var failed = new TaskCompletionSource<IDomainEvent>();
        var placed = new OrderPlaced();
        var services = Container.Describe(Table(HandWrittenHandler.Method<OrderPlaced>("Shop.Fails.On", _ => throw new FormatException())));
        services.ConfigureBackgroundPublisher(options => options.Capacity = 0);
        services.ConfigureBackgroundPublisher(options =>
        {
            options.Capacity = 5;
            options.OnError = (domainEvent, _) => failed.SetResult(domainEvent);
        });
        await using var provider = services.BuildChecked();

        await provider.GetRequiredService<BackgroundPublisher>().EnqueueAsync(placed, Token);

        Assert.Same(placed, await failed.Task.WaitAsync(Token));
    }

    private static async Task<IHostedLifecycleService> StartAsync(IServiceProvider provider)
    {
        var startup = (IHostedLifecycleService)provider.GetServices<IHostedService>().Single();
        await startup.StartingAsync(Token);
        await startup.StartAsync(Token);
        return startup;
    }

    private static async Task Dispose(ServiceProvider provider, bool isAsync)
    {
        if (isAsync)
        {
            await provider.DisposeAsync();
        }
        else
        {
            provider.Dispose();
        }
    }

    private HandWrittenHandler Scoped(bool background) => HandWrittenHandler.Row(new HandlerDescriptor
    {
        HandledType = typeof(OrderPlaced),
        Name = "Shop.Scoped.On",
        Background = background,
        TakesServices = true,
        InvokeAsync = async (_, _, _, _) =>
        {
            _first.TrySetResult();
            await _gate.Task;
        },
    });

    private HandWrittenHandler Slow(bool background) => HandWrittenHandler.Row(new HandlerDescriptor
    {
        HandledType = typeof(OrderPlaced),
        Name = background ? "Shop.Background.On" : "Shop.Slow.On",
        Background = background,
        InvokeAsync = async (_, _, _, _) =>
        {
            _first.TrySetResult();
            await _gate.Task;
            Interlocked.Increment(ref _handled);
        },
    });
}
