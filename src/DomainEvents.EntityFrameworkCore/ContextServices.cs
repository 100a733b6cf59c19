using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Persistence.EntityFrameworkCore;

/// <summary>What a context's container holds for its events.</summary>
/// <param name="Publisher">Calls the handlers.</param>
/// <param name="InTransaction">The scope of the handlers that must use this very context.</param>
/// <param name="AfterCommit">The scope of the others; <see langword="null"/> opens one for each event that needs it.</param>
/// <param name="Serializer">Knows which events are durable.</param>
/// <param name="Messages">Makes messages of durable events.</param>
/// <param name="Signal">Wakes the relay.</param>
internal sealed record ContextServices(
    DomainEventPublisher Publisher,
    IServiceProvider? InTransaction,
    IServiceProvider? AfterCommit,
    DomainEventSerializer Serializer,
    OutboxMessageFactory Messages,
    OutboxSignal? Signal)
{
    private static readonly OutboxMessageFactory s_messages = new();

    public static ContextServices Of(DbContext context, DomainEventPublisher? given, IServiceProvider? scope)
    {
        var options = context.GetService<IDbContextOptions>().FindExtension<CoreOptionsExtension>();
        var container = options?.ApplicationServiceProvider;
        var publisher = given ?? container?.GetService<DomainEventPublisher>() ?? throw new InvalidOperationException(
            $"{context.GetType()} uses domain events and has no publisher. Call services.AddDomainEvents() where services.AddDbContext adds "
            + "the context, or pass the publisher: options.UseDomainEvents(publisher).");
        var known = scope ?? (container is null || options!.MaxPoolSize is not null || IsRoot(container) ? null : container);
        return new ContextServices(
            publisher,
            known ?? (container is null ? null : new UnknownScope(context.GetType())),
            known,
            container?.GetService<DomainEventSerializer>() ?? DomainEventSerializer.Default,
            container?.GetService<OutboxMessageFactory>() ?? s_messages,
            container?.GetService<OutboxSignal>());
    }

    /// <summary>The factory of scopes is the root scope itself.</summary>
    private static bool IsRoot(IServiceProvider container) => ReferenceEquals(container.GetService<IServiceScopeFactory>(), container);

    /// <summary>Says what is missing as soon as a handler asks for it: handlers without services work.</summary>
    private sealed class UnknownScope(Type context) : IServiceProvider
    {
        public object? GetService(Type serviceType) => throw new InvalidOperationException(
            $"An InTransaction handler needs {serviceType}, and {context} comes from a pool or a factory, which does not know the scope in "
            + "which it is used: the handler would work with another context, outside the transaction. Call "
            + "context.UseDomainEventScope(services) with the scope's provider before saving, or add the context by AddDbContext.");
    }
}
