using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the guide to background work and batches, run.</summary>
public sealed class BackgroundGuide
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Events_of_one_key_stay_in_order()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var journal = new Journal();
        using var subscription = publisher.Subscribe<OrderPlaced>(journal.Add);
        var failures = new List<string>();

        await using var background = new BackgroundPublisher(publisher, new BackgroundPublisherOptions
        {
            Capacity = 1024,
            Lanes = 4,
            OrderingKey = e => e is OrderPlaced order ? order.OrderId : null,
            OnError = (e, exception) => failures.Add($"{e.EventType}: {exception.Message}"),
        });

        await background.EnqueueAsync(new OrderPlaced("O-1", 10m), Token);
        await background.EnqueueAsync(new OrderPlaced("O-1", 20m), Token);
        await background.DrainAsync(TimeSpan.FromSeconds(30));

        Assert.Equal([10m, 20m], journal.Totals);
        Assert.Empty(failures);
    }

    [Fact]
    public async Task Caller_that_cannot_wait_is_told()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        await using var background = new BackgroundPublisher(publisher);
        var order = new OrderPlaced("O-1", 10m);
        var refused = 0;

        if (!background.TryEnqueue(order))
        {
            refused++;
        }

        Assert.Equal(0, refused);
    }

    [Fact]
    public async Task Container_has_a_background_publisher()
    {
        var services = new ServiceCollection();
        services.AddSingleton<Mailer>();

        services.AddDomainEvents();
        services.ConfigureBackgroundPublisher(options => options.Lanes = 4);

        await using var provider = services.BuildServiceProvider();
        await provider.GetRequiredService<BackgroundPublisher>().EnqueueAsync(new OrderRefused("O-2", "none left"), Token);
    }

    [Fact]
    public async Task Container_without_a_host_is_emptied_before_it_is_disposed()
    {
        var provider = new ServiceCollection().AddSingleton<Mailer>().AddDomainEvents().BuildServiceProvider();
        var receipt = new ReceiptPrinted("O-without-host");
        await provider.GetRequiredService<BackgroundPublisher>().EnqueueAsync(receipt, Token);

        await provider.GetRequiredService<BackgroundPublisher>().StopAsync(Token);
        await provider.GetRequiredService<DomainEventPublisher>().FinishBackgroundHandlersAsync(Token);
        await provider.DisposeAsync();

        Assert.Contains(receipt.OrderId, Archive.Receipts);
    }

    [Fact]
    public async Task Batches_are_published_when_full_and_when_flushed()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        var journal = new Journal();
        using var subscription = publisher.Subscribe<OrderPlaced>(journal.Add);
        OrderPlaced[] orders = [new("O-1", 10m), new("O-2", 20m), new("O-3", 30m)];

        await using var batches = new BatchPublisher(publisher, new BatchPublisherOptions { Size = 100, MaxDelay = TimeSpan.FromMilliseconds(50) });
        foreach (var order in orders)
        {
            await batches.PublishAsync(order, Token);
        }

        await batches.FlushAsync(Token);

        Assert.Equal([10m, 20m, 30m], journal.Totals);
    }

    [Fact]
    public async Task Asynchronous_handlers_can_run_together()
    {
        var options = new DomainEventPublisherOptions { Concurrency = HandlerConcurrency.Concurrent };

        options.Handlers = HandlerTable.Empty;
        using var publisher = new DomainEventPublisher(options);
        var gate = new TaskCompletionSource();
        using var first = publisher.Subscribe<OrderPlaced>(async _ => await gate.Task);
        using var second = publisher.Subscribe<OrderPlaced>(_ => gate.SetResult());
        await publisher.PublishAsync(new OrderPlaced("O-1", 10m), Token);

        Assert.True(gate.Task.IsCompleted);
    }

    private sealed class Journal
    {
        public List<decimal> Totals { get; } = [];

        public void Add(OrderPlaced order) => Totals.Add(order.Total);
    }
}
