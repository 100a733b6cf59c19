using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.Relay;

/// <summary>Counts for the metrics and health checks, and on one relay at a time removes what has outlived its time.</summary>
internal sealed class OutboxJanitor(
    IOutboxStore store, OutboxOptions options, RelayStatus status, TimeProvider timeProvider, ILogger logger)
{
    private static readonly TimeSpan s_countInterval = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(200);
    private const int CountsPerCleanUp = 6;

    public async Task RunAsync(Func<bool> isCaretaker, CancellationToken cancellationToken)
    {
        for (var round = 0; ; round++)
        {
            try
            {
                status.Statistics = await store.ReadStatisticsAsync(cancellationToken).ConfigureAwait(false);
                if (round % CountsPerCleanUp == 0 && isCaretaker())
                {
                    await CleanUpAsync(cancellationToken).ConfigureAwait(false);
                }
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // What is known no longer may not look like what is.
                status.Statistics = null;
                RelayLog.CleanUpFailed(logger, exception);
            }

            await Task.Delay(s_countInterval, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>In small batches with pauses: the writers of the application come first.</summary>
    private async Task CleanUpAsync(CancellationToken cancellationToken)
    {
        var retention = new OutboxRetention(options.InboxRetention, options.DeadLetterRetention);
        while (await store.CleanUpAsync(retention, cancellationToken).ConfigureAwait(false) >= retention.BatchSize)
        {
            await Task.Delay(s_pause, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
