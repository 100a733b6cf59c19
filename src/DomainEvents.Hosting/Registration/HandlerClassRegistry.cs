using System.Diagnostics.CodeAnalysis;
using DomainEvents.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DomainEvents.Hosting.Registration;

/// <summary>Adds the handler classes of a table to a service collection, unless the user has registered them.</summary>
internal sealed class HandlerClassRegistry(IServiceCollection services) : IHandlerServiceRegistry
{
    /// <summary>By implementation type and not by a factory: only so does <c>ValidateOnBuild</c> see the constructor.</summary>
    public void AddHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] THandler>(
        HandlerLifetime lifetime)
        where THandler : class =>
        services.TryAdd(ServiceDescriptor.Describe(typeof(THandler), typeof(THandler), lifetime.ToServiceLifetime()));

    /// <summary>Nothing to add: the service is the user's, and may be registered after this call.</summary>
    public void Require(Type service, string handlerName)
    {
    }

    /// <inheritdoc cref="Require" />
    public void RequireKeyed(Type service, object key, string handlerName)
    {
    }
}
