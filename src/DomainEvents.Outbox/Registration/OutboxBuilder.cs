using DomainEvents.Persistence.Sql;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence;

/// <summary>Describes the outbox of an application: where messages are kept, where they are sent, and how.</summary>
public sealed class OutboxBuilder
{
    internal OutboxBuilder(IServiceCollection services, OutboxOptions options)
    {
        Services = services;
        Options = options;
    }

    /// <summary>The container that is being described.</summary>
    public IServiceCollection Services { get; }

    /// <summary>How the relay works.</summary>
    public OutboxOptions Options { get; }

    internal bool HasStore { get; private set; }

    internal bool HasTransport { get; set; }

    /// <summary>Sends messages elsewhere than to the handlers of this process, which is the default.</summary>
    /// <param name="configure">Chooses the transport.</param>
    /// <returns>The same outbox.</returns>
    public OutboxBuilder PublishTo(Action<OutboxTransportBuilder> configure)
    {
        ArgumentNullException.ThrowIfNull(configure);
        configure(new OutboxTransportBuilder(this));
        return this;
    }

    /// <summary>Keeps messages in a store of the application's own.</summary>
    /// <param name="create">Makes the store, once.</param>
    /// <returns>The same outbox.</returns>
    public OutboxBuilder UseStore(Func<IServiceProvider, IOutboxStore> create)
    {
        ArgumentNullException.ThrowIfNull(create);
        ThrowIfStored();
        Services.AddSingleton(create);
        return this;
    }

    internal void UseDatabase(Func<IServiceProvider, SqlDatabase> create)
    {
        ThrowIfStored();
        Services.AddSingleton(create);
        Services.AddSingleton<IOutboxSchema>(services => new SqlSchema(services.GetRequiredService<SqlDatabase>()));
        Services.AddSingleton<IOutboxStore>(services => new SqlOutboxStore(services.GetRequiredService<SqlDatabase>()));
        Services.AddSingleton<IDeadLetters>(services =>
            new SqlDeadLetters(services.GetRequiredService<SqlDatabase>(), services.GetRequiredService<OutboxSignal>()));
        Services.AddSingleton<IInbox>(services => new SqlInbox(services.GetRequiredService<SqlDatabase>()));
    }

    private void ThrowIfStored()
    {
        if (HasStore)
        {
            throw new InvalidOperationException("An outbox has one store, and this one was given two. Remove one of the calls in AddOutbox.");
        }

        HasStore = true;
    }
}
