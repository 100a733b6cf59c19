namespace DomainEvents.Persistence;

/// <summary>Where messages are sent on RabbitMQ, and how. Read when the transport is made.</summary>
public sealed class RabbitMqOptions
{
    /// <summary>The broker: <c>amqp://user:password@host:5672/vhost</c>.</summary>
    public Uri Uri { get; set; } = new("amqp://guest:guest@localhost:5672/");

    /// <summary>The topic exchange to which messages go, under their event type as routing key. The default is <c>domain-events</c>.</summary>
    public string Exchange { get; set; } = "domain-events";

    /// <summary>Whether the exchange is declared, durable, when the transport connects. The default is <see langword="true"/>.</summary>
    public bool DeclareExchange { get; set; } = true;

    /// <summary>The <c>source</c> attribute of the CloudEvents: a URI that tells which application sent them. The default names the program.</summary>
    public string Source { get; set; } = "urn:" + Uri.EscapeDataString(AppDomain.CurrentDomain.FriendlyName);

    /// <summary>The largest payload in bytes; a larger one goes to the dead letters. The default, 128 MiB, is the broker's own limit.</summary>
    public int MaxMessageSize { get; set; } = 128 * 1024 * 1024;

    /// <summary>How long the broker may take to confirm a message before the connection counts as lost. The default is 5 s.</summary>
    public TimeSpan PublishTimeout { get; set; } = TimeSpan.FromSeconds(5);
}
