using DomainEvents.Persistence.Tests.Relay;
using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Diagnostics;

public sealed class MetricsTests : RelayTest
{
    private readonly string _type = $"metrics.t{Guid.NewGuid():N}";

    [Fact]
    public async Task Message_that_is_confirmed_is_counted_and_timed()
    {
        using var log = CreateLog();
        await Database.AppendAsync(TestMessages.InStream("s", 0, _type));

        await StepAsync();

        var tags = $"messaging.destination.name={_type} messaging.operation.name=send messaging.operation.type=send messaging.system=domain_events";
        Assert.Equal([(1, tags)], log.Of("messaging.client.sent.messages"));
        Assert.Equal([(0, tags)], log.Of("messaging.client.operation.duration"));
        var (lag, lagTags) = Assert.Single(log.Of("domainevents.outbox.lag.duration"));
        Assert.Equal($"domainevents.outbox.event_type={_type}", lagTags);
        Assert.True(lag >= 0);
    }

    [Fact]
    public async Task Answer_is_timed_on_the_relays_clock()
    {
        using var log = CreateLog();
        Transport.Answer = _ =>
        {
            Time.Advance(TimeSpan.FromMilliseconds(250));
            return Task.FromResult(PublishOutcome.Confirmed);
        };
        await Database.AppendAsync(TestMessages.InStream("s", 0, _type));

        await StepAsync();

        Assert.Equal(0.25, Assert.Single(log.Of("messaging.client.operation.duration")).Value);
    }

    [Theory]
    [InlineData("retry", "Retry", "domainevents.outbox.retries")]
    [InlineData("reject", "Reject", "domainevents.outbox.buried")]
    [InlineData("down", "Unavailable", null)]
    [InlineData("throw", "System.FormatException", "domainevents.outbox.retries")]
    public async Task Message_that_is_not_confirmed_is_counted_with_its_error(string answer, string error, string? counter)
    {
        using var log = CreateLog();
        Transport.Answer = _ => answer switch
        {
            "retry" => Task.FromResult(PublishOutcome.Retry("no")),
            "reject" => Task.FromResult(PublishOutcome.Reject("never")),
            "down" => Task.FromResult(PublishOutcome.Unavailable("away")),
            _ => throw new FormatException("bad"),
        };
        await Database.AppendAsync(TestMessages.InStream("s", 0, _type));

        await StepAsync();

        Assert.StartsWith($"error.type={error} ", Assert.Single(log.Of("messaging.client.sent.messages")).Tags, StringComparison.Ordinal);
        Assert.StartsWith($"error.type={error} ", Assert.Single(log.Of("messaging.client.operation.duration")).Tags, StringComparison.Ordinal);
        Assert.Empty(log.Of("domainevents.outbox.lag.duration"));
        var counted = new[] { "domainevents.outbox.retries", "domainevents.outbox.buried" }.Where(name => log.Of(name).Count > 0);
        Assert.Equal(counter is null ? [] : [counter], counted);
    }

    [Fact]
    public async Task Message_that_is_not_answered_in_time_is_counted_as_such()
    {
        using var log = CreateLog();
        Transport.Answer = _ => new TaskCompletionSource<PublishOutcome>().Task;
        await Database.AppendAsync(TestMessages.InStream("s", 0, _type));

        var step = StepAsync();
        while (!step.IsCompleted)
        {
            Time.Advance(Options.PublishTimeout);
            await Task.Yield();
        }

        await step;
        Assert.StartsWith("error.type=timeout ", Assert.Single(log.Of("messaging.client.sent.messages")).Tags, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Message_that_was_handled_before_is_counted_for_its_consumer()
    {
        using var log = CreateLog();
        var id = Guid.NewGuid();
        for (var delivery = 0; delivery < 2; delivery++)
        {
            await using var connection = await Database.ConnectAsync();
            await using var transaction = await connection.BeginTransactionAsync(Token);
            await Database.Inbox.TryBeginAsync(transaction, _type, id, Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Equal([(1, $"domainevents.outbox.consumer={_type}")], log.Of("domainevents.outbox.duplicates"));
    }

    private MeasurementLog CreateLog() => new(tags => tags.Contains(_type, StringComparison.Ordinal));
}
