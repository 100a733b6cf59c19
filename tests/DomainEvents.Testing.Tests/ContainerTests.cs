using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Testing.Tests;

public sealed class ContainerTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task AddEventSpy_sees_every_scope_from_the_first_event_on_whatever_the_order(bool spyFirst)
    {
        var gate = new Gate();
        var services = new ServiceCollection();
        services.AddSingleton(gate);
        _ = spyFirst ? services.AddEventSpy().AddDomainEvents() : services.AddDomainEvents().AddEventSpy();
        services.AddEventSpy();
        await using var provider = services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        provider.GetRequiredService<IDomainEventPublisher>().Publish(new MailSent("O-1"));
        using (var scope = provider.CreateScope())
        {
            await scope.ServiceProvider.GetRequiredService<IDomainEventPublisher>()
                .PublishAsync(new OrderPlaced("O-1"), TestContext.Current.CancellationToken);
        }

        var spy = provider.GetRequiredService<EventSpy>();
        spy.AssertSequence(EventTypes.MailSent, EventTypes.OrderPlaced);
        var waiting = spy.WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);
        Assert.False(waiting.IsCompleted);
        gate.Open();
        await waiting;
        Assert.Equal(["O-1"], gate.Handled);
    }

    [Fact]
    public async Task AddEventSpy_waits_for_background_handlers_that_fail()
    {
        var gate = new Gate { Error = new FormatException() };
        var unhandled = new List<Exception>();
        var services = new ServiceCollection().AddSingleton(gate).AddDomainEvents(options => options.OnUnhandledError = unhandled.Add).AddEventSpy();
        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IDomainEventPublisher>().Publish(new OrderPlaced("O-1"));
        gate.Open();

        await provider.GetRequiredService<EventSpy>().WaitForHandlersAsync(EventTypes.OrderPlaced, Timeout.InfiniteTimeSpan);

        Assert.Empty(gate.Handled);
    }

    [Fact]
    public void AddEventSpy_before_anything_is_published_has_received_nothing()
    {
        using var provider = new ServiceCollection().AddSingleton(new Gate()).AddDomainEvents().AddEventSpy().BuildServiceProvider();

        provider.GetRequiredService<EventSpy>().AssertSequence();
    }

    [Fact]
    public void AddEventSpy_without_AddDomainEvents_fails_instead_of_seeing_nothing()
    {
        using var publisher = new DomainEventPublisher(new DomainEventPublisherOptions { Handlers = HandlerTable.Empty });
        using var without = new ServiceCollection().AddEventSpy().BuildServiceProvider();
        using var other = new ServiceCollection().AddEventSpy().AddSingleton(publisher).BuildServiceProvider();

        Assert.Throws<InvalidOperationException>(() => without.GetRequiredService<EventSpy>().AssertNotPublished<OrderPlaced>());
        var error = Assert.Throws<InvalidOperationException>(() => other.GetRequiredService<EventSpy>().Received);
        Assert.Contains("AddDomainEvents()", error.Message, StringComparison.Ordinal);
    }
}

/// <summary>Holds the background handler until the test opens it.</summary>
public sealed class Gate
{
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public List<string> Handled { get; } = [];

    public Exception? Error { get; init; }

    public Task Opened => _opened.Task;

    public void Open() => _opened.SetResult();
}

public static class Warehouse
{
    [DomainEventHandler(Background = true)]
    public static async Task PackAsync(OrderPlaced domainEvent, Gate gate)
    {
        await gate.Opened;
        if (gate.Error is { } error)
        {
            throw error;
        }

        gate.Handled.Add(domainEvent.OrderId);
    }
}
