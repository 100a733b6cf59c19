using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>Which methods of a class stand behind the handler interfaces.</summary>
internal static class HandlerImplementations
{
    /// <summary>The method behind one handler interface; <see langword="null"/> while the class lacks it.</summary>
    public static IMethodSymbol? Find(INamedTypeSymbol type, INamedTypeSymbol handlerInterface)
    {
        foreach (var member in handlerInterface.GetMembers())
        {
            if (type.FindImplementationForInterfaceMember(member) is IMethodSymbol method)
            {
                return method;
            }
        }

        return null;
    }

    /// <summary>
    /// Whether a method implements a handler interface of its class. Marking such a method sets the options of that handler; it does
    /// not make the method a second one.
    /// </summary>
    public static bool IsImplementation(INamedTypeSymbol type, IMethodSymbol method)
    {
        foreach (var declared in type.AllInterfaces)
        {
            if ((RuntimeTypes.IsSyncHandler(declared) || RuntimeTypes.IsAsyncHandler(declared))
                && SymbolEqualityComparer.Default.Equals(Find(type, declared), method))
            {
                return true;
            }
        }

        return false;
    }
}
