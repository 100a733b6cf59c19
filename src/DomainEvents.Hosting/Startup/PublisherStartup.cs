using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DomainEvents.Hosting.Startup;

/// <summary>
/// Builds the publisher when the host starts, before any other service of the host runs, so that a container that does not fit the
/// handlers fails there and not at the first publish.
/// </summary>
internal sealed class PublisherStartup(IServiceProvider services) : IHostedLifecycleService
{
    public Task StartingAsync(CancellationToken cancellationToken) => BuildPublisher();

    /// <summary>Again, for hosts that know no life cycle; the publisher is built once.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => BuildPublisher();

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private Task BuildPublisher()
    {
        services.GetRequiredService<DomainEventPublisher>();
        return Task.CompletedTask;
    }
}
