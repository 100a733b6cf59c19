using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.DependencyInjection;

namespace DomainEvents.Hosting.Registration;

/// <summary>Reads service descriptors; the members of keyed ones throw when read as if they had no key.</summary>
internal static class ServiceDescriptorExtensions
{
    public static bool IsUnkeyedInstance<TInstance>(this ServiceDescriptor service, [NotNullWhen(true)] out TInstance? instance)
        where TInstance : class
    {
        instance = service.IsKeyedService ? null : service.ImplementationInstance as TInstance;
        return instance is not null;
    }
}
