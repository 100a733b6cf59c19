namespace DomainEvents.Persistence.CrashChild;

/// <summary>Writes down what is sent before it is, so that the proof knows how often; and holds what concerns every transport.</summary>
internal sealed class WatchedTransport(ChildOptions options, IOutboxTransport transport) : IOutboxTransport
{
    private readonly Lazy<Task> _meeting = new(() => MeetAsync(options));

    public int? MaxOutstanding => transport.MaxOutstanding;

    public TimeSpan? PublishTimeout => options.Meet is null ? transport.PublishTimeout : Timeout.InfiniteTimeSpan;

    public string MessagingSystem => transport.MessagingSystem;

    public string DestinationOf(in OutboxMessage message) => transport.DestinationOf(message);

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) =>
        SendAsync(message, cancellationToken);

    private async ValueTask<PublishOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        await _meeting.Value;
        Posix.AppendLine(options.Journal + ".sends", $"{options.Name} {message.Id}");
        var outcome = await transport.PublishAsync(message, cancellationToken);
        return options.Without == "dead letters" && outcome.Kind == PublishOutcomeKind.Reject ? PublishOutcome.Confirmed : outcome;
    }

    /// <summary>Neither goes on before both are here: each has read what the other is sending.</summary>
    private static async Task MeetAsync(ChildOptions options)
    {
        if (options.Meet is null)
        {
            return;
        }

        await File.WriteAllTextAsync($"{options.Journal}.{options.Name}.here", "");
        while (!File.Exists($"{options.Journal}.{options.Meet}.here"))
        {
            await Task.Delay(10);
        }
    }
}
