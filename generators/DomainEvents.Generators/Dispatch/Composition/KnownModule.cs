using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Composition;

/// <summary>A module as the root sees it: its own, or one that it read from a reference.</summary>
internal sealed class KnownModule(IAssemblySymbol assembly, string qualifiedName, IReadOnlyList<INamedTypeSymbol> events, IReadOnlyList<KnownRow> rows)
{
    public string AssemblyName => Assembly.Name;

    public IAssemblySymbol Assembly { get; } = assembly;

    /// <summary>The module's class.</summary>
    public string QualifiedName { get; } = qualifiedName;

    public IReadOnlyList<INamedTypeSymbol> Events { get; } = events;

    public IReadOnlyList<KnownRow> Rows { get; } = rows;

    /// <summary>The module's place in the table.</summary>
    public int Index { get; set; }
}

/// <summary>A row of a module as the root sees it.</summary>
/// <param name="Number">The row's place in the module.</param>
/// <param name="HandledType">The event, base type or interface.</param>
/// <param name="Name">Breaks ties.</param>
/// <param name="Order">Lower runs first.</param>
/// <param name="Traits">How it is called; <see cref="HandlerTraits.Direct"/> only where this root can.</param>
internal sealed record KnownRow(int Number, INamedTypeSymbol HandledType, string Name, int Order, HandlerTraits Traits);
