using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence;

/// <summary>Chooses where the messages of an outbox are sent.</summary>
public sealed class OutboxTransportBuilder
{
    private readonly OutboxBuilder _outbox;

    internal OutboxTransportBuilder(OutboxBuilder outbox) => _outbox = outbox;

    /// <summary>The container that is being described.</summary>
    public IServiceCollection Services => _outbox.Services;

    /// <summary>Sends messages through a transport.</summary>
    /// <param name="create">Makes the transport, once. The container disposes it.</param>
    public void Use(Func<IServiceProvider, IOutboxTransport> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        if (_outbox.HasTransport)
        {
            throw new InvalidOperationException("An outbox has one transport, and this one was given two. Remove one of the calls in PublishTo.");
        }

        _outbox.HasTransport = true;
        Services.AddSingleton(create);
    }
}
