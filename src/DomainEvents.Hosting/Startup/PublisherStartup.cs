using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DomainEvents.Hosting.Startup;

/// <summary>
/// Builds the publisher when the host starts, before any other service of the host runs, so that a container that does not fit the
/// handlers fails there and not at the first publish. Attaches telemetry if somebody listens. When the host stops, waits for what runs in the background.
/// </summary>
internal sealed class PublisherStartup(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => BuildPublisher();

    /// <summary>Again, for hosts that know no life cycle; the publisher is built once.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => BuildPublisher();

    /// <summary>Whoever listens to telemetry is there now.</summary>
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        DomainEventTelemetry.AttachIfListenedTo(services.GetRequiredService<DomainEventPublisher>());
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Nothing yet: services of the host that stop after this one may publish and enqueue.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Every service of the host has stopped, and the container is not disposed: what was accepted is handled now.</summary>
    public async Task StoppedAsync(CancellationToken cancellationToken)
    {
        try
        {
            // First the queue of events, whose handlers may give work to background handlers.
            await services.GetRequiredService<BackgroundPublisher>().StopAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            await services.GetRequiredService<DomainEventPublisher>().FinishBackgroundHandlersAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private Task BuildPublisher()
    {
        services.GetRequiredService<DomainEventPublisher>();
        services.GetRequiredService<BackgroundPublisher>();
        return Task.CompletedTask;
    }
}
