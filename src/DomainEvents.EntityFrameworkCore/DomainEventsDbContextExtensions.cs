using DomainEvents;
using DomainEvents.Persistence;
using DomainEvents.Persistence.EntityFrameworkCore;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Lets contexts publish the events of the entities that they save.</summary>
public static class DomainEventsDbContextExtensions
{
    /// <summary>
    /// Captures the events of tracked <see cref="IHasDomainEvents"/> entities inside SaveChanges: their InTransaction handlers run before the
    /// save is written, durable events are written with it, and the other handlers run once it has committed.
    /// </summary>
    /// <param name="options">The options of the context.</param>
    /// <param name="publisher">
    /// Calls the handlers; <see langword="null"/> for the publisher of the container that the context comes from.
    /// </param>
    /// <returns>The same options.</returns>
    public static DbContextOptionsBuilder UseDomainEvents(this DbContextOptionsBuilder options, DomainEventPublisher? publisher = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.AddInterceptors(publisher is null ? CaptureInterceptor.Shared : new CaptureInterceptor(publisher));
    }

    /// <inheritdoc cref="UseDomainEvents(DbContextOptionsBuilder, DomainEventPublisher?)" />
    /// <typeparam name="TContext">The context.</typeparam>
    public static DbContextOptionsBuilder<TContext> UseDomainEvents<TContext>(
        this DbContextOptionsBuilder<TContext> options, DomainEventPublisher? publisher = null)
        where TContext : DbContext
    {
        UseDomainEvents((DbContextOptionsBuilder)options, publisher);
        return options;
    }

    /// <summary>
    /// Tells a context which scope its handlers come from, until the context is disposed of. Contexts of <c>AddDbContext</c> know theirs; those of a
    /// pool or a factory do not, and InTransaction handlers that need services would get another context from elsewhere.
    /// </summary>
    /// <param name="context">The context.</param>
    /// <param name="services">The scope.</param>
    public static void UseDomainEventScope(this DbContext context, IServiceProvider services)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(services);
        ContextEvents.Of(context).Scope = services;
    }
}
