using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>
/// Recognises the runtime's types by name and assembly, so that a second version of the runtime among the references makes no
/// difference.
/// </summary>
internal static class RuntimeTypes
{
    /// <summary>The runtime's assembly and namespace.</summary>
    public const string Name = "DomainEvents";

    private const string CompilerServices = "CompilerServices";

    /// <summary>The runtime among the references, if it is one that modules can be written for.</summary>
    public static IAssemblySymbol? FindRuntime(Compilation compilation)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (assembly.Name == Name && assembly.GetTypeByMetadataName("DomainEvents.CompilerServices.ModuleHandlerAttribute") is not null)
            {
                return assembly;
            }
        }

        return null;
    }

    public static bool IsSyncHandler(INamedTypeSymbol type) => Is(type, "IDomainEventHandler`1");

    public static bool IsAsyncHandler(INamedTypeSymbol type) => Is(type, "IAsyncDomainEventHandler`1");

    public static bool IsDomainEventInterface(INamedTypeSymbol type) => Is(type, "IDomainEvent");

    public static bool IsDomainEventBase(INamedTypeSymbol type) => Is(type, "DomainEvent");

    public static bool IsModuleAttribute(INamedTypeSymbol type) => Is(type, "HandlerModuleAttribute", CompilerServices);

    public static bool IsModuleEventsAttribute(INamedTypeSymbol type) => Is(type, "ModuleEventsAttribute", CompilerServices);

    public static bool IsModuleHandlerAttribute(INamedTypeSymbol type) => Is(type, "ModuleHandlerAttribute", CompilerServices);

    /// <summary>The <c>[DomainEvent]</c> or <c>[DomainEventHandler]</c> on a symbol.</summary>
    public static AttributeData? FindAttribute(ISymbol symbol, string metadataName)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && Is(type, metadataName))
            {
                return attribute;
            }
        }

        return null;
    }

    private static bool Is(INamedTypeSymbol type, string metadataName, string? subNamespace = null)
    {
        if (type.MetadataName != metadataName || type.ContainingType is not null || type.ContainingAssembly?.Name != Name)
        {
            return false;
        }

        var space = type.ContainingNamespace;
        if (subNamespace is not null)
        {
            if (space.Name != subNamespace)
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { Name: Name, ContainingNamespace.IsGlobalNamespace: true };
    }
}
