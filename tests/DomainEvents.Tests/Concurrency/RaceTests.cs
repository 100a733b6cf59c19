using System.Globalization;

namespace DomainEvents.Tests.Concurrency;

/// <summary>Publishing while others subscribe, dispose and publish for the first time.</summary>
public sealed class RaceTests
{
    // A second here, half a minute where changes are judged.
    private static readonly TimeSpan s_duration = TimeSpan.FromSeconds(
        int.Parse(Environment.GetEnvironmentVariable("RACE_SECONDS") ?? "1", CultureInfo.InvariantCulture));

    [Fact]
    public void Race_loses_doubles_delays_and_tears_nothing()
    {
        var race = new Race(static () => new RacePublisher());
        for (var began = TimeProvider.System.GetTimestamp(); race.Rounds < 20 || TimeProvider.System.GetElapsedTime(began) < s_duration;)
        {
            race.Run();
        }

        TestContext.Current.SendDiagnosticMessage($"{race.Rounds} rounds");
        Assert.Equal("", race.Faults);
    }

    [Theory]
    [InlineData(Fault.DropsPublish, "lost")]
    [InlineData(Fault.PublishesTwice, "doubled")]
    [InlineData(Fault.KeepsDisposed, "late")]
    [InlineData(Fault.SubscribesLate, "lost")]
    [InlineData(Fault.SwapsOrder, "torn")]
    internal void Race_finds_a_publisher_at_fault(Fault fault, string finding)
    {
        var race = new Race(() => new FaultyPublisher(fault));
        for (var round = 0; round < 20; round++)
        {
            race.Run();
        }

        Assert.Contains(finding, race.Faults, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Race_of_first_publishes_creates_each_handler_once_and_runs_it_for_each()
    {
        for (var round = 0; round < 500; round++)
        {
            using var publisher = new RacePublisher();
            TicketRecord[] records = [new(0, 0), new(1, 1)];
            using var start = new Barrier(records.Length);
            await Task.WhenAll(records.Select(record => Race.OnOwnThread(() =>
            {
                start.SignalAndWait(TestContext.Current.CancellationToken);
                publisher.Publish(record.Number == 0 || round % 2 == 0 ? new IndexedTicket(record) : new MappedTicket(record), isAsync: false);
            })));

            Assert.Equal([2, 2], records.Select(static record => record.DeclaredCalls));
            Assert.Equal(1, publisher.HandlersCreated);
        }
    }
}
