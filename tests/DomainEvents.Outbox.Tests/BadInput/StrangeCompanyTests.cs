using DomainEvents.Persistence.Delivery;
using DomainEvents.Persistence.Relay;
using DomainEvents.Persistence.Serialization;
using DomainEvents.Persistence.Tests.Relay;
using DomainEvents.Persistence.Tests.Support;
using DomainEvents.Tests.Time;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.Tests.BadInput;

/// <summary>Machines with wrong clocks, applications that share what they should not, and messages that nobody can take.</summary>
public sealed class StrangeCompanyTests : RelayTest
{
    [Fact]
    public async Task Clocks_that_differ_by_days_take_nothing_from_each_other_and_delay_nothing()
    {
        var (early, late) = (CreateRelay("early", TimeSpan.FromDays(-3)), CreateRelay("late", TimeSpan.FromDays(3)));
        await StepAsync(early);
        await StepAsync(late);
        Assert.Equal(OutboxPartition.Count, (await Database.Store.AcquireAsync("early", OutboxPartition.Count, Options.LeaseDuration, Token)).Count * 2);
        await Database.AppendAsync(
            TestMessages.Alone("1") with { OccurredAt = DateTimeOffset.UtcNow.AddDays(3) }, TestMessages.Alone("2") with { OccurredAt = DateTimeOffset.UtcNow.AddDays(-3) });

        for (var round = 0; round < 4; round++)
        {
            await StepAsync(late);
            await StepAsync(early);
        }

        Assert.Equal(["1", "2"], Transport.Sent.Order());
    }

    [Fact]
    public async Task Message_of_another_application_on_the_same_outbox_goes_to_the_dead_letters_from_where_its_own_gets_it()
    {
        List<string> received = [];
        await using var ours = CreateApplication(new TestSerializer(), received);
        await using var theirs = CreateApplication(new ForgetfulSerializer(), []);
        await Database.AppendAsync(ours.GetRequiredService<OutboxMessageFactory>().Create(new OrderPlaced("A-17")));

        await StepAsync(CreateRelay(theirs, "theirs"));

        var letter = Assert.Single(await DeadLettersAsync());
        Assert.Contains("'order.placed' version 1 cannot be read: No event 'order.placed' version 1 is known.", letter.Reason, StringComparison.Ordinal);
        await Database.EndRelaysAsync();
        Assert.Equal(1, await Database.DeadLetters.ReplayAsync(DeadLetterFilter.All, Token));
        await StepAsync(CreateRelay(ours, "ours"));
        Assert.Equal(["A-17"], received);
        Assert.Empty(await DeadLettersAsync());
    }

    [Fact]
    public async Task Message_that_no_handler_can_bear_goes_to_the_dead_letters_and_the_others_are_delivered()
    {
        Options.MaxAttempts = 3;
        List<string> received = [];
        await using var application = CreateApplication(new TestSerializer(), received);
        var messages = application.GetRequiredService<OutboxMessageFactory>();
        await Database.AppendAsync(messages.Create(new OrderPlaced("poison")), messages.Create(new OrderPlaced("A-18")));
        var relay = CreateRelay(application, "test");

        for (var attempt = 0; attempt < 3; attempt++)
        {
            await StepAsync(relay);
            await Database.MakeDueAsync();
        }

        Assert.Contains("no stock", Assert.Single(await DeadLettersAsync()).Reason, StringComparison.Ordinal);
        Assert.Equal(["poison", "A-18", "poison", "poison"], received);
        Assert.Equal(0, await PendingAsync());
    }

    private OutboxRelay CreateRelay(string name, TimeSpan skew)
    {
        var time = new ManualTime();
        time.JumpTo(DateTimeOffset.UtcNow + skew);
        return new OutboxRelay(Store, Transport, new OutboxOptions { RelayName = name, MaxPartitions = OutboxPartition.Count / 2 }, new RelayStatus(), time, Log);
    }

    private OutboxRelay CreateRelay(ServiceProvider application, string name) => new(
        Store, InProcessTransport.Create(application), new OutboxOptions { RelayName = name, MaxAttempts = Options.MaxAttempts }, new RelayStatus(), Time, Log);

    private static ServiceProvider CreateApplication(IEventSerializer serializer, List<string> received)
    {
        var publisher = new DomainEventPublisher();
        publisher.Subscribe<OrderPlaced>(placed =>
        {
            received.Add(placed.OrderId);
            if (placed.OrderId == "poison")
            {
                throw new InvalidOperationException("no stock");
            }
        });
        return new ServiceCollection().AddSingleton(publisher).AddSingleton(new OutboxMessageFactory(serializer)).BuildServiceProvider();
    }

    /// <summary>Of an application that has no such event, or has it no longer.</summary>
    private sealed class ForgetfulSerializer : IEventSerializer
    {
        public string ContentType => "text/plain";

        public void Write(System.Buffers.IBufferWriter<byte> output, IDomainEvent domainEvent) => throw new NotSupportedException();

        public IDomainEvent Read(string eventType, int version, ReadOnlySpan<byte> data) =>
            throw new NotSupportedException($"No event '{eventType}' version {version} is known.");
    }
}
