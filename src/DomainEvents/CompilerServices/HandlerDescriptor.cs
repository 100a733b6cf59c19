using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>
/// One declared handler: an interface of a handler class, or a handler method. Written by the generator, in the handler's own
/// assembly, so that internal handlers need not be visible elsewhere.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class HandlerDescriptor
{
    /// <summary>The event, base type or interface that is handled.</summary>
    public required Type HandledType { get; init; }

    /// <summary>The full name that errors and ties in the order use: <c>Shop.Billing.SendInvoice</c>, <c>Shop.Audit.On</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The class that the container registers, or <see langword="null"/> for static methods.</summary>
    public Type? HandlerType { get; init; }

    /// <summary>Lower runs first.</summary>
    public int Order { get; init; }

    /// <summary>How long a container keeps the handler.</summary>
    public HandlerLifetime Lifetime { get; init; }

    /// <summary>When a raised event reaches the handler.</summary>
    public HandlerPhase Phase { get; init; }

    /// <summary>Whether the handler runs off the caller's path.</summary>
    public bool Background { get; init; }

    /// <summary>What becomes of an exception.</summary>
    public HandlerErrorPolicy OnError { get; init; }

    /// <summary>Creates the handler without a container; <see langword="null"/> when that needs services, or for static methods.</summary>
    public Func<object>? Create { get; init; }

    /// <summary>
    /// The services without which the handler cannot run: the parameters of the constructor when <see cref="Create"/> is
    /// <see langword="null"/>, and those of the method.
    /// </summary>
    public Type[] Services { get; init; } = [];

    /// <summary>Whether the method itself takes services, optional ones too, so that every call gets the provider where there is one.</summary>
    public bool TakesServices { get; init; }

    /// <summary>
    /// Calls the handler: the instance, or <see langword="null"/> to resolve it from the services; the event; the services.
    /// <see langword="null"/> when the handler is asynchronous only.
    /// </summary>
    public Action<object?, IDomainEvent, IServiceProvider?>? Invoke { get; init; }

    /// <summary>Calls the handler asynchronously; <see langword="null"/> when it is synchronous only.</summary>
    public Func<object?, IDomainEvent, IServiceProvider?, CancellationToken, ValueTask>? InvokeAsync { get; init; }
}
