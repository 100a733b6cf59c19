using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.Delivery;

/// <summary>
/// The transport of one machine: reads the event back and publishes it to the handlers that run after the commit, one event after the
/// other, each in a scope of its own.
/// </summary>
internal sealed class InProcessTransport(OutboxMessageFactory messages, DomainEventPublisher publisher, IServiceScopeFactory scopes)
    : IOutboxTransport
{
    /// <summary>Handlers of one stream may not overtake each other.</summary>
    public int? MaxOutstanding => 1;

    /// <summary>Nobody but the handler knows how long it may take; its lease is renewed meanwhile.</summary>
    public TimeSpan? PublishTimeout => Timeout.InfiniteTimeSpan;

    public static InProcessTransport Create(IServiceProvider services) => new(
        services.GetRequiredService<OutboxMessageFactory>(),
        services.GetService<DomainEventPublisher>() ?? throw new InvalidOperationException(
            "The outbox delivers to the handlers of this process, and there is no publisher. Call services.AddDomainEvents(), or choose "
            + "another transport with outbox.PublishTo(...)."),
        services.GetRequiredService<IServiceScopeFactory>());

    public ValueTask<PublishOutcome> PublishAsync(in OutboxMessage message, CancellationToken cancellationToken)
    {
        IDomainEvent domainEvent;
        try
        {
            domainEvent = messages.Read(message);
        }
        catch (Exception exception) when (exception is UnknownEventTypeException or JsonException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            // An unknown type or version, or a payload that is no such event: another attempt would read the same.
            return ValueTask.FromResult(PublishOutcome.Reject(
                $"The payload of '{message.Type}' version {message.SchemaVersion} cannot be read: {exception.Message}"));
        }

        return DeliverAsync(domainEvent, cancellationToken);
    }

    private async ValueTask<PublishOutcome> DeliverAsync(IDomainEvent domainEvent, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            try
            {
                await publisher.PublishAfterCommitAsync([domainEvent], scope.ServiceProvider, cancellationToken).ConfigureAwait(false);
                return PublishOutcome.Confirmed;
            }
            catch (DomainEventHandlingException exception)
            {
                return PublishOutcome.Retry(exception.Message);
            }
        }
    }
}
