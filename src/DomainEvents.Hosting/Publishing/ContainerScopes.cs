using DomainEvents.CompilerServices;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Publishing;

/// <summary>The container as the core sees it. The scope handed out is the container's own object: nothing is allocated beside it.</summary>
/// <param name="root">The root provider: a singleton is never given another.</param>
/// <param name="factory">Opens the scopes.</param>
internal sealed class ContainerScopes(IServiceProvider root, IServiceScopeFactory factory) : HandlerServiceScopes
{
    public override IServiceProvider Root => root;

    public override IDisposable Open(out IServiceProvider services)
    {
        var scope = factory.CreateScope();
        services = scope.ServiceProvider;
        return scope;
    }
}
