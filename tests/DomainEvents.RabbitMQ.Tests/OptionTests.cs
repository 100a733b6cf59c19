using DomainEvents.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

/// <summary>Options that cannot work are refused where they are set, not when the host runs.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Consumer_without_a_queue_is_refused()
    {
        var exception = Assert.Throws<ArgumentException>(() => Consume(static _ => { }));

        Assert.Contains("Set RabbitMqConsumerOptions.Queue", exception.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Action<RabbitMqConsumerOptions>> WrongConsumers => new()
    {
        { "options.Exchange", static consumer => consumer.Exchange = " " },
        { "options.MaxDeliveries", static consumer => consumer.MaxDeliveries = 0 },
        { "options.Prefetch", static consumer => consumer.Prefetch = 0 },
        { "options.RetryDelay", static consumer => consumer.RetryDelay = TimeSpan.FromSeconds(-1) },
        { "options.Uri", static consumer => consumer.Uri = null! },
    };

    [Theory]
    [MemberData(nameof(WrongConsumers))]
    public void Consumer_with_an_option_out_of_range_is_refused_by_its_name(string option, Action<RabbitMqConsumerOptions> set) => Assert.Equal(
        option,
        Assert.ThrowsAny<ArgumentException>(() => Consume(consumer =>
        {
            consumer.Queue = "stock";
            set(consumer);
        })).ParamName);

    public static TheoryData<string, Action<RabbitMqOptions>> WrongTransports => new()
    {
        { "options.Exchange", static rabbit => rabbit.Exchange = "" },
        { "options.MaxMessageSize", static rabbit => rabbit.MaxMessageSize = 0 },
        { "options.PublishTimeout", static rabbit => rabbit.PublishTimeout = TimeSpan.Zero },
        { "options.Source", static rabbit => rabbit.Source = "" },
        { "options.Uri", static rabbit => rabbit.Uri = null! },
    };

    [Theory]
    [MemberData(nameof(WrongTransports))]
    public void Transport_with_an_option_out_of_range_is_refused_by_its_name(string option, Action<RabbitMqOptions> set) => Assert.Equal(
        option,
        Assert.ThrowsAny<ArgumentException>(() => new ServiceCollection().AddOutbox(outbox =>
            outbox.UseSqlite("Data Source=unused.db").PublishTo(to => to.RabbitMq(set)))).ParamName);

    private static void Consume(Action<RabbitMqConsumerOptions> configure) => new ServiceCollection().AddOutbox(outbox =>
        outbox.UseSqlite("Data Source=unused.db").ConsumeFromRabbitMq(configure));
}
