using System.Text;

namespace DomainEvents.Persistence.CrashChild;

/// <summary>
/// The receiver: writes each arrival into the journal, then handles it as a consumer does, its effect and the inbox in one transaction.
/// </summary>
internal sealed class JournalTransport(ChildOptions options, IInbox inbox) : IOutboxTransport
{
    private int _count;

    /// <summary>Short enough for a short lease, unless an answer shall outlast a renewal.</summary>
    public TimeSpan? PublishTimeout => options.IsSlow ? Timeout.InfiniteTimeSpan : TimeSpan.FromSeconds(1);

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken) => HandleAsync(message);

    private async ValueTask<PublishOutcome> HandleAsync(OutboxMessage message)
    {
        var place = Encoding.UTF8.GetString(message.Data.Span);
        if (options.IsSlow && _count++ == 0)
        {
            await Task.Delay(1500);
        }

        if (message.StreamId == Accounts.Poison)
        {
            return options.Without == "dead letters" ? PublishOutcome.Confirmed : PublishOutcome.Reject("Nobody takes it.");
        }

        Posix.AppendLine(options.Journal, $"{options.Name} {message.Id} {place}");
        using var connection = Accounts.Connect(options);
        await using var transaction = connection.BeginTransaction(deferred: false);
        if (options.Without == "inbox" || await inbox.TryBeginAsync(transaction, "consumer", message.Id))
        {
            await Accounts.ExecuteAsync(transaction, $"insert into effect values ('{message.Id}', '{place}')");
        }

        OutboxProbe.Reached(OutboxStep.BeforeHandlerCommit);
        await transaction.CommitAsync();
        return PublishOutcome.Confirmed;
    }
}
