using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>An event with its event type and version: of this compilation by the generator's rules, of a built one by its constants.</summary>
internal sealed record NamedEvent(INamedTypeSymbol Type, string EventType, int Version, bool IsDurable)
{
    public static NamedEvent? FromSource(EventSymbol source) => EventNames.Decide(source) is { EventType: { } eventType } name
        ? new NamedEvent(source.Type, eventType, name.Version, ReadDurable(source.Type))
        : null;

    /// <summary>The events of the referenced assemblies that know the runtime.</summary>
    public static IEnumerable<NamedEvent> OfReferences(Compilation compilation, string runtimeName, CancellationToken cancellationToken)
    {
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            if (!assembly.Modules.Any(module => module.ReferencedAssemblies.Any(reference => reference.Name == runtimeName)))
            {
                continue;
            }

            cancellationToken.ThrowIfCancellationRequested();
            foreach (var type in TypesOf(assembly.GlobalNamespace))
            {
                if (RuntimeSymbols.FindEventAttribute(type) is not null && Constant(type, "EventTypeName") is string eventType)
                {
                    yield return new NamedEvent(type, eventType, Constant(type, "EventTypeVersion") is int version ? version : 1, ReadDurable(type));
                }
            }
        }
    }

    private static object? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: var value } ? value : null;

    private static bool ReadDurable(INamedTypeSymbol type) =>
        RuntimeSymbols.FindEventAttribute(type)!.NamedArguments.Any(static argument => argument is { Key: "Durable", Value.Value: true });

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceOrTypeSymbol container)
    {
        foreach (var member in container.GetMembers())
        {
            if (member is INamespaceOrTypeSymbol nested)
            {
                if (nested is INamedTypeSymbol type)
                {
                    yield return type;
                }

                foreach (var inner in TypesOf(nested))
                {
                    yield return inner;
                }
            }
        }
    }
}
