using System.Collections.Concurrent;
using System.ComponentModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Dashboard;

[DomainEvent]
public sealed partial record PriceChanged(string Symbol, decimal Price);

[DomainEvent]
public sealed partial record AlertRaised(string Symbol, string Text);

public sealed class PriceCache : IDisposable
{
    private readonly ConcurrentDictionary<string, decimal> _prices = new(StringComparer.Ordinal);
    private readonly EventSubscription _subscription;

    public PriceCache(IDomainEventSubscriber subscriber) => _subscription = subscriber.Subscribe<PriceChanged>(Update);

    public event EventHandler<string>? Changed;

    public decimal? Find(string symbol) => _prices.TryGetValue(symbol, out decimal price) ? price : null;

    public void Dispose() => _subscription.Dispose();

    private void Update(PriceChanged changed)
    {
        _prices[changed.Symbol] = changed.Price;
        Changed?.Invoke(this, changed.Symbol);
    }
}

public sealed class AlertService(IDomainEventSubscriber subscriber, IDomainEventPublisher publisher, PriceCache cache) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using EventSubscription subscription = subscriber.Subscribe<PriceChanged>(async (changed, cancellationToken) =>
        {
            if (cache.Find(changed.Symbol) is > 100m)
            {
                await publisher.PublishAsync(new AlertRaised(changed.Symbol, "high"), cancellationToken);
            }
        });
        cache.Changed += OnChanged;
        await Task.Delay(Timeout.Infinite, stoppingToken);
    }

    private void OnChanged(object? sender, string symbol) => Console.WriteLine(symbol);
}

public sealed class PriceRow : INotifyPropertyChanged
{
    private decimal _price;

    public event PropertyChangedEventHandler? PropertyChanged;

    public decimal Price
    {
        get => _price;
        set
        {
            _price = value;
            PropertyChanged?.Invoke(this, new PropertyChangedEventArgs(nameof(Price)));
        }
    }
}

public sealed class Board : IDisposable
{
    private readonly List<PriceRow> _rows = [];
    private readonly PriceCache _cache;
    private readonly List<EventSubscription> _subscriptions = [];

    public Board(PriceCache cache, IDomainEventSubscriber subscriber)
    {
        _cache = cache;
        _cache.Changed += Refresh;
        _subscriptions.Add(subscriber.Subscribe<AlertRaised>(alert => Show(alert.Text)));
        var row = new PriceRow();
        row.PropertyChanged += (_, _) => Show("row");
        _rows.Add(row);
    }

    public void Dispose()
    {
        _cache.Changed -= Refresh;
        foreach (EventSubscription subscription in _subscriptions)
        {
            subscription.Dispose();
        }
    }

    private void Refresh(object? sender, string symbol) => Show(symbol);

    private void Show(string text) => Console.WriteLine($"{_rows.Count} {text}");
}

public static class Program
{
    public static void Main(string[] args)
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(args);
        builder.Services.AddDomainEvents();
        builder.Services.AddSingleton<PriceCache>();
        builder.Services.AddHostedService<AlertService>();
        builder.Services.AddTransient<Board>();
        using IHost host = builder.Build();
        host.Services.GetRequiredService<IDomainEventPublisher>().Publish(new PriceChanged("ACME", 101m));
        host.Services.GetRequiredService<IDomainEventSubscriber>().SubscribeAll(static domainEvent => Console.WriteLine(domainEvent.EventType));
    }
}
