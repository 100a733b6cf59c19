namespace DomainEvents.Observation;

/// <summary>One call of one handler or subscription.</summary>
internal sealed class HandlerObservation(
    PublishObservation publish, int number, string name, bool isAsync, bool isBackground, DateTimeOffset startedAt, long timestamp)
{
    public PublishObservation Publish { get; } = publish;

    /// <summary>Counts the calls of the publish from 1 up.</summary>
    public int Number { get; } = number;

    /// <summary>The name that errors use: <c>Shop.Billing.SendInvoice</c>, <c>subscription to Shop.OrderPlaced</c>.</summary>
    public string Name { get; } = name;

    /// <summary>Whether it was called through its asynchronous form.</summary>
    public bool IsAsync { get; } = isAsync;

    /// <summary>Whether it runs off the caller's path: a background handler or a subscription on a synchronization context.</summary>
    public bool IsBackground { get; } = isBackground;

    /// <summary>When the call itself began, in UTC; for a background handler, not when it was queued.</summary>
    public DateTimeOffset StartedAt { get; } = startedAt;

    /// <summary>How long it took, awaits included; zero before it ended.</summary>
    public TimeSpan Duration { get; set; }

    /// <summary>What it threw, or <see langword="null"/>.</summary>
    public Exception? Exception { get; set; }

    /// <summary>The start, as the clock's timestamp.</summary>
    public long Timestamp { get; } = timestamp;

    /// <summary>What publishes during the call name as their cause.</summary>
    public PublishCause AsCause() => new(Publish.Number, Publish.EventId, Name, Number);
}
