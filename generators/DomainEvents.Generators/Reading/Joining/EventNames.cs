using DomainEvents.Generators.Naming;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Symbols;
using DomainEvents.Naming;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>An event's type and version.</summary>
internal readonly record struct EventName(string? EventType, int Version);

/// <summary>Decides event types and versions, for the event at hand and for one that it derives from.</summary>
internal static class EventNames
{
    private static readonly SymbolDisplayFormat Unescaped = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <param name="values">What the attribute says.</param>
    /// <param name="name">The type's name.</param>
    /// <param name="containerNames">The containing types' names, outermost first, separated by <c>+</c>; or empty.</param>
    /// <param name="namespaceName">The full namespace, or empty.</param>
    /// <param name="isAbstract">An abstract event has an event type only where it is written out.</param>
    public static EventName Decide(EventAttributeValues values, string name, string containerNames, string namespaceName, bool isAbstract)
    {
        var inferred = Infer(name, containerNames, namespaceName);
        var eventType = values.Naming switch
        {
            EventNaming.Given when EventTypeGrammar.IsValid(values.EventType, values.External) => values.EventType,
            EventNaming.Inferred when !isAbstract => inferred.EventType,
            _ => null,
        };
        return new EventName(eventType, values.Version ?? inferred.Version ?? 1);
    }

    public static EventName Decide(EventSymbol source)
    {
        var (type, containers, namespaceName) = (source.Type, ContainerNames(source.Type), NamespaceName(source.Type));
        return Decide(source.Values, type.Name, containers, namespaceName, type.IsAbstract);
    }

    /// <summary>The event type that a type's name stands for.</summary>
    public static InferredName Infer(INamedTypeSymbol type) => Infer(type.Name, ContainerNames(type), NamespaceName(type));

    private static InferredName Infer(string name, string containerNames, string namespaceName) =>
        EventNameInference.Infer(name, containerNames.Length == 0 ? null : containerNames, namespaceName);

    private static string NamespaceName(INamedTypeSymbol type) =>
        type.ContainingNamespace.IsGlobalNamespace ? "" : type.ContainingNamespace.ToDisplayString(Unescaped);

    private static string ContainerNames(INamedTypeSymbol type)
    {
        var containers = "";
        for (var container = type.ContainingType; container is not null; container = container.ContainingType)
        {
            containers = containers.Length == 0 ? container.Name : container.Name + "+" + containers;
        }

        return containers;
    }
}
