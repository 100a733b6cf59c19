using DomainEvents.Hosting.Tests.HandWritten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static DomainEvents.Hosting.Tests.HandWritten.HandWrittenModule;

namespace DomainEvents.Hosting.Tests;

public sealed class OptionsTests
{
    private static readonly InvalidOperationException s_failure = new("The printer burns.");

    private static readonly HandlerTable s_failing = Table(
        HandWrittenHandler.Method<OrderPlaced>("Shop.Receipts.Print", _ => throw s_failure, HandlerErrorPolicy.LogAndContinue));

    [Fact]
    public void Error_that_no_caller_sees_is_logged_with_its_event()
    {
        var log = new Log();
        var services = Container.Describe(s_failing);
        services.AddLogging(logging => logging.AddProvider(log));
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        var entry = Assert.Single(log.Entries);
        Assert.Equal(LogLevel.Error, entry.Level);
        Assert.Equal(typeof(DomainEventPublisher).FullName, entry.Category);
        Assert.Contains("order.placed", entry.Message, StringComparison.Ordinal);
        Assert.Contains(s_failure.Message, entry.Exception!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Error_goes_where_the_user_says()
    {
        var log = new Log();
        var seen = new List<Exception>();
        var services = Container.Describe(s_failing, options => options.OnUnhandledError = seen.Add);
        services.AddLogging(logging => logging.AddProvider(log));
        using var provider = services.BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Single(seen);
        Assert.Empty(log.Entries);
    }

    [Fact]
    public void Container_without_logging_publishes()
    {
        DomainEventPublisherOptions? options = null;
        using var provider = Container.Describe(s_failing, given => options = given).BuildChecked();

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced());

        Assert.Null(options!.OnUnhandledError);
    }

    [Fact]
    public void Clock_is_the_containers()
    {
        var clock = new StoppedClock();
        DomainEventPublisherOptions? options = null;
        var services = Container.Describe(Table(), given => options = given);
        services.AddSingleton<TimeProvider>(clock);
        using var provider = services.BuildChecked();

        provider.GetRequiredService<DomainEventPublisher>();

        Assert.Same(clock, options!.TimeProvider);
    }

    [Fact]
    public void Clock_that_the_user_sets_wins()
    {
        var clock = new StoppedClock();
        var services = Container.Describe(Table(), options => options.TimeProvider = clock);
        services.AddSingleton(TimeProvider.System);
        using var provider = services.BuildChecked();
        var subscriber = provider.GetRequiredService<IDomainEventSubscriber>();

        using var subscription = subscriber.SubscribeAll(_ => { });

        Assert.Equal(clock.GetUtcNow(), Assert.Single(subscriber.Subscriptions.Snapshot()).RegisteredAt);
    }

    private sealed class StoppedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 2, 29, 12, 0, 0, TimeSpan.Zero);
    }

    private sealed record Entry(string Category, LogLevel Level, string Message, Exception? Exception);

    private sealed class Log : ILoggerProvider
    {
        public List<Entry> Entries { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Writer(categoryName, Entries);

        public void Dispose()
        {
        }

        private sealed class Writer(string category, List<Entry> entries) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                entries.Add(new Entry(category, logLevel, formatter(state, exception), exception));
        }
    }
}
