using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Guides.Tests;

/// <summary>The code of the guide to filters, run.</summary>
public sealed class FiltersGuide
{
    private readonly OrderPlaced _placed = new("O-1", 10m);

    [Fact]
    public void Options_take_filters()
    {
        var options = new DomainEventPublisherOptions();
        options.Filters.Add(new TotalIsSane());
        options.Filters.Add(new RetryFilter(attempts: 3));

        options.Handlers = HandlerTable.Empty;
        using var publisher = new DomainEventPublisher(options);
        var attempts = 0;
        using var subscription = publisher.Subscribe<OrderPlaced>(_ =>
        {
            if (++attempts < 3)
            {
                throw new TimeoutException();
            }
        });

        publisher.Publish(_placed);
        var thrown = Assert.Throws<DomainEventHandlingException>(() => publisher.Publish(_placed with { Total = 2_000_000m }));

        Assert.Equal(3, attempts);
        Assert.IsType<ValidationException>(thrown.InnerException);
    }

    [Fact]
    public void Container_takes_filters()
    {
        var log = new List<string>();
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<LoggingFilter>>(new ListLogger(log));
        services.AddSingleton<Mailer>();

        services.AddSingleton<IDomainEventHandlerFilter, LoggingFilter>();
        services.AddSingleton<IDomainEventHandlerFilter>(new RetryFilter(attempts: 3));
        services.AddDomainEvents(options => options.Filters.Add(new TotalIsSane()));

        using var provider = services.BuildServiceProvider();
        using var subscription = provider.GetRequiredService<IDomainEventSubscriber>().Subscribe<OrderRefused>(_ => log.Add("called"));
        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderRefused("O-2", "none left"));

        Assert.Equal(
            [
                "subscription to DomainEvents.Guides.Tests.OrderRefused gets order.refused",
                "called",
                "subscription to DomainEvents.Guides.Tests.OrderRefused is done",
            ],
            log);
    }

    private sealed class ListLogger(List<string> lines) : ILogger<LoggingFilter>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Add(formatter(state, exception));
    }
}
