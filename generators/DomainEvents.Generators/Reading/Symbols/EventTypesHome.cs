using DomainEvents.Generators.Emission;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Symbols;

/// <summary>Finds what of the user's stands where the class <c>EventTypes</c> would: it stays, and the class is left out.</summary>
internal static class EventTypesHome
{
    /// <summary>A type called like the namespace or a part of it, or a type or namespace called like the class; otherwise <see langword="null"/>.</summary>
    /// <param name="assembly">The user's.</param>
    /// <param name="home">The namespace of the class, escaped or not.</param>
    public static INamespaceOrTypeSymbol? FindOccupant(IAssemblySymbol assembly, string home)
    {
        var current = assembly.GlobalNamespace;
        foreach (var segment in home.Split(['.', '@'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (FindType(current, segment) is { } type)
            {
                return type;
            }

            if (FindNamespace(current, segment) is not { } next)
            {
                return null;
            }

            current = next;
        }

        return FindType(current, EventTypesEmitter.ClassName) ?? (INamespaceOrTypeSymbol?)FindNamespace(current, EventTypesEmitter.ClassName);
    }

    private static INamedTypeSymbol? FindType(INamespaceSymbol space, string name) =>
        space.GetTypeMembers(name, 0).FirstOrDefault(static type => !type.IsFileLocal && !RuntimeSymbols.IsGenerated(type));

    private static INamespaceSymbol? FindNamespace(INamespaceSymbol space, string name) =>
        space.GetMembers(name).OfType<INamespaceSymbol>().FirstOrDefault();
}
