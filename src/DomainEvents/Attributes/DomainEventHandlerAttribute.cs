namespace DomainEvents;

/// <summary>
/// Makes a method a handler (static or instance; void, <see cref="Task"/> or <see cref="ValueTask"/>; the event first, then a
/// <see cref="CancellationToken"/> and services in any order), or sets the options of a handler class.
/// </summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = false, Inherited = false)]
public sealed class DomainEventHandlerAttribute : Attribute
{
    /// <summary>Lower runs first, over all assemblies and over exact, base-type and interface handlers. The default is 0.</summary>
    public int Order { get; set; }

    /// <summary>How long the container keeps the handler. The default is <see cref="HandlerLifetime.Scoped"/>.</summary>
    public HandlerLifetime Lifetime { get; set; }

    /// <summary>When a raised event reaches the handler. The default is <see cref="HandlerPhase.AfterCommit"/>.</summary>
    public HandlerPhase Phase { get; set; }

    /// <summary>Whether the handler runs off the caller's path. The default is <see langword="false"/>.</summary>
    public bool Background { get; set; }

    /// <summary>What becomes of an exception. The default is <see cref="HandlerErrorPolicy.Propagate"/>.</summary>
    public HandlerErrorPolicy OnError { get; set; }
}
