namespace DomainEvents.Persistence;

/// <summary>What a consumer takes from RabbitMQ, and how. Read when the host starts.</summary>
public sealed class RabbitMqConsumerOptions
{
    /// <summary>The broker: <c>amqp://user:password@host:5672/vhost</c>.</summary>
    public Uri Uri { get; set; } = new("amqp://guest:guest@localhost:5672/");

    /// <summary>The exchange from which messages come. The default is <c>domain-events</c>.</summary>
    public string Exchange { get; set; } = "domain-events";

    /// <summary>The consumer's queue, and its name in the inbox. It has none by default.</summary>
    public string Queue { get; set; } = "";

    /// <summary>The event types that it takes, as topic patterns: <c>order.*</c>. The default, <c>#</c>, is all.</summary>
    public IList<string> Bindings { get; } = [];

    /// <summary>
    /// Whether exchange, queue and bindings are declared at start: a durable quorum queue, whose dead letters go to the exchange
    /// <c>{Queue}.dead</c> and the queue of that name. The default is <see langword="true"/>.
    /// </summary>
    public bool Declare { get; set; } = true;

    /// <summary>How often a message is delivered before it goes to the dead letters. The default is 5. Set when the queue is declared.</summary>
    public int MaxDeliveries { get; set; } = 5;

    /// <summary>How many messages wait in this process. They are handled one after the other. The default is 50.</summary>
    public ushort Prefetch { get; set; } = 50;

    /// <summary>The wait after a failure, before the message is given back. The default is 1 s.</summary>
    public TimeSpan RetryDelay { get; set; } = TimeSpan.FromSeconds(1);
}
