namespace DomainEvents.Persistence.CrashChild;

/// <summary>
/// The receiver: writes each arrival into the journal, then handles it as a consumer does, its effect and the inbox in one transaction.
/// </summary>
internal sealed class JournalTransport(ChildOptions options, IInbox inbox) : IOutboxTransport
{
    private static readonly TimeSpan s_timeout = TimeSpan.FromMinutes(5);

    private readonly OutboxMessageFactory _messages = new();

    /// <summary>None where a test makes a lease end.</summary>
    public TimeSpan? PublishTimeout => options.LeaseDuration < s_timeout ? Timeout.InfiniteTimeSpan : s_timeout;

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) => HandleAsync(message);

    private async ValueTask<PublishOutcome> HandleAsync(OutboxMessage message)
    {
        if (_messages.Read(message) is not AccountChanged { Place: var place })
        {
            return PublishOutcome.Reject("Nobody takes it.");
        }

        Posix.AppendLine(options.Journal, $"{options.Name} {message.Id} {place}");
        await using var connection = Databases.Connect(options);
        await using var transaction = Databases.Begin(connection);
        if (await inbox.TryBeginAsync(transaction, "consumer", message.Id))
        {
            await Databases.ExecuteAsync(transaction, $"insert into effect values ('{message.Id}', '{place}')");
        }

        OutboxProbe.Reached(OutboxStep.BeforeHandlerCommit);
        await transaction.CommitAsync();
        return PublishOutcome.Confirmed;
    }
}
