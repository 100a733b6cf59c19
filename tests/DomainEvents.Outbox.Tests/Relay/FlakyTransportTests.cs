using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Tests.Support;

namespace DomainEvents.Persistence.Tests.Relay;

/// <summary>The relay behind a network that does everything wrong that a network can.</summary>
public sealed class FlakyTransportTests : RelayTest
{
    private const int Streams = 6;
    private const int Versions = 25;

    [Theory]
    [InlineData(StreamOrder.StrictPerStream)]
    [InlineData(StreamOrder.Pipelined)]
    public async Task Nothing_is_lost_or_disordered_or_doubled_without_cause_on_a_bad_network(StreamOrder order)
    {
        (Options.Order, Options.BatchSize, Options.MaxAttempts) = (order, 20, int.MaxValue);
        Dictionary<string, int> faults = [];
        for (var seed = 1; seed <= 20; seed++)
        {
            foreach (var (fault, count) in await RunAsync(order, seed))
            {
                faults[fault] = faults.GetValueOrDefault(fault) + count;
            }
        }

        Assert.Equal(order == StreamOrder.StrictPerStream ? 6 : 5, faults.Count);
    }

    private async Task<Dictionary<string, int>> RunAsync(StreamOrder order, int seed)
    {
        var receiver = new ScriptedTransport();

        // Where messages do not wait for the answers to those before them, only a whole connection can be lost: its channel keeps their order.
        var network = new FlakyTransport(receiver, seed, losesSingleMessages: order == StreamOrder.StrictPerStream);
        var relay = new OutboxRelay(Store, network, Options, Status, Time, Log);
        var messages = Enumerable.Range(0, Versions).SelectMany(version => Enumerable.Range(0, Streams).Select(stream => TestMessages.InStream($"s{stream}", version))).ToArray();
        await Database.AppendAsync(messages);

        while (await PendingAsync() > 0)
        {
            network.Reconnect();
            await Database.MakeDueAsync();
            Time.Advance(Options.MaxCircuitDelay * 2);
            await PassAsync(StepAsync(relay));
        }

        await relay.LeaveAsync(Token);
        Assert.Equal(messages.Select(message => TestMessages.TextOf(message)).Order(), receiver.Sent.Distinct().Order());
        foreach (var stream in receiver.Sent.Distinct().GroupBy(text => text.Split('/')[0]))
        {
            Assert.Equal(Enumerable.Range(0, Versions).Select(version => $"{stream.Key}/{version}"), stream);
        }

        Assert.Empty(await DeadLettersAsync());
        if (order == StreamOrder.StrictPerStream)
        {
            Assert.Empty(network.DoubledWithoutCause);
        }

        return network.Faults;
    }

    /// <summary>Lets the time of an answer pass whenever nothing else is waited for.</summary>
    private async Task PassAsync(Task step)
    {
        while (!step.IsCompleted)
        {
            if (Time.PendingTimers > 1)
            {
                Time.Advance(Options.PublishTimeout);
            }

            await Task.Yield();
            Token.ThrowIfCancellationRequested();
        }

        await step;
    }
}
