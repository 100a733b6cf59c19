using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;

namespace DomainEvents.CompilerServices;

/// <summary>What a module tells a container. Implemented by DomainEvents.Hosting: handler assemblies need no reference to a container.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IHandlerServiceRegistry
{
    /// <summary>Registers a handler class unless it is registered already.</summary>
    void AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(HandlerLifetime lifetime)
        where THandler : class;

    /// <summary>Names a service that a handler method takes.</summary>
    /// <param name="service">The service.</param>
    /// <param name="handlerName">The handler, for the error when the service is not registered.</param>
    void Require(Type service, string handlerName);

    /// <summary>Names a service that a handler method takes under a key.</summary>
    /// <param name="service">The service.</param>
    /// <param name="key">Its key.</param>
    /// <param name="handlerName">The handler, for the error when no such service is registered under that key.</param>
    void RequireKeyed(Type service, object key, string handlerName);
}
