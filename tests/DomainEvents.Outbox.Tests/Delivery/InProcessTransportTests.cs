using DomainEvents.Persistence.Delivery;
using DomainEvents.Persistence.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.Tests.Delivery;

public sealed class InProcessTransportTests : IDisposable
{
    private readonly OutboxMessageFactory _messages = new(new TestSerializer());
    private readonly DomainEventPublisher _publisher = new();
    private readonly ServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly InProcessTransport _transport;

    public InProcessTransportTests() => _transport = new(_messages, _publisher, _services.GetRequiredService<IServiceScopeFactory>());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _publisher.Dispose();
        _services.Dispose();
    }

    [Fact]
    public async Task Message_reaches_the_handlers_as_the_event_that_it_was()
    {
        List<OrderPlaced> received = [];
        using var subscription = _publisher.Subscribe<OrderPlaced>(received.Add);

        var outcome = await _transport.PublishAsync(_messages.Create(new OrderPlaced("A-17")), Token);

        Assert.Equal(PublishOutcome.Confirmed, outcome);
        Assert.Equal("A-17", Assert.Single(received).OrderId);
    }

    [Fact]
    public async Task Handler_that_throws_is_called_again_later()
    {
        using var subscription = _publisher.Subscribe<OrderPlaced>(_ => throw new InvalidOperationException("no stock"));

        var outcome = await _transport.PublishAsync(_messages.Create(new OrderPlaced("A-17")), Token);

        Assert.Equal(PublishOutcomeKind.Retry, outcome.Kind);
        Assert.Contains("no stock", outcome.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Event_that_is_no_longer_in_the_code_is_refused()
    {
        var message = _messages.Create(new OrderPlaced("A-17")) with { Type = "order.forgotten", SchemaVersion = 4 };

        var outcome = await _transport.PublishAsync(message, Token);

        Assert.Equal(PublishOutcomeKind.Reject, outcome.Kind);
        Assert.Contains("'order.forgotten' version 4", outcome.Reason!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Payload_that_is_no_such_event_is_refused()
    {
        var outcome = await _transport.PublishAsync(_messages.Create(new OrderPlaced("")), Token);

        Assert.Equal(PublishOutcomeKind.Reject, outcome.Kind);
    }
}
