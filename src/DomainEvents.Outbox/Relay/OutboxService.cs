using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DomainEvents.Persistence.Relay;

/// <summary>
/// Runs the relay in a host. The tables are made ready before the host has started; a database that is down then does not keep the
/// application from starting, while tables that do not fit do.
/// </summary>
internal sealed class OutboxService(
    IOutboxSchema? schema,
    OutboxRelay? relay,
    OutboxJanitor janitor,
    IEnumerable<IOutboxWakeSource> wakeSources,
    OutboxSignal signal,
    OutboxOptions options,
    TimeSpan poll,
    TimeProvider timeProvider,
    ILogger logger) : BackgroundService
{
    private static readonly TimeSpan s_restart = TimeSpan.FromSeconds(5);

    private bool _isSchemaReady;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            await PrepareSchemaAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not OutboxSchemaException and not OperationCanceledException)
        {
            RelayLog.SchemaFailed(logger, exception);
        }

        await base.StartAsync(cancellationToken).ConfigureAwait(false);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_isSchemaReady)
        {
            await Task.Delay(s_restart, timeProvider, stoppingToken).ConfigureAwait(false);
            try
            {
                await PrepareSchemaAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RelayLog.SchemaFailed(logger, exception);
            }
        }

        List<Task> tasks = [Quietly(janitor.RunAsync(() => relay?.IsCaretaker == true, stoppingToken))];
        tasks.AddRange(wakeSources.Select(source => Quietly(ListenAsync(source, stoppingToken))));
        if (relay is not null)
        {
            await RelayAsync(relay, stoppingToken).ConfigureAwait(false);
        }

        await Task.WhenAll(tasks).ConfigureAwait(false);
    }

    private async Task PrepareSchemaAsync(CancellationToken cancellationToken)
    {
        if (schema is not null)
        {
            await (options.CreateSchema ? schema.EnsureCreatedAsync(cancellationToken) : schema.ValidateAsync(cancellationToken))
                .ConfigureAwait(false);
        }

        _isSchemaReady = true;
    }

    private async Task RelayAsync(OutboxRelay running, CancellationToken stopping)
    {
        using var abandon = new CancellationTokenSource();
        using var registration = stopping.Register(() => abandon.CancelAfter(options.StopTimeout));
        while (!stopping.IsCancellationRequested)
        {
            var sleep = await running.StepAsync(poll, stopping, abandon.Token).ConfigureAwait(false);
            if (sleep > TimeSpan.Zero)
            {
                await signal.WaitAsync(sleep, timeProvider, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        await running.LeaveAsync(abandon.Token).ConfigureAwait(false);
    }

    private async Task ListenAsync(IOutboxWakeSource source, CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                await source.RunAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                RelayLog.WakeSourceFailed(logger, exception);
            }

            await Task.Delay(s_restart, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task Quietly(Task task) => await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
}
