using System.ComponentModel;

namespace DomainEvents.CompilerServices;

/// <summary>The container behind a publisher, as far as the core needs to know it. Implemented by DomainEvents.Hosting.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class HandlerServiceScopes
{
    /// <summary>The root provider: singleton handlers come from it.</summary>
    public abstract IServiceProvider Root { get; }

    /// <summary>Opens a scope for one publish.</summary>
    /// <param name="services">The scope's services.</param>
    /// <returns>The scope; disposed asynchronously where it can be.</returns>
    public abstract IDisposable Open(out IServiceProvider services);
}
