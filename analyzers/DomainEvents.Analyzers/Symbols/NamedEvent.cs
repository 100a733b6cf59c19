using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>An event with its event type and version: of this compilation by the generator's rules, of a built one by its constants.</summary>
internal sealed record NamedEvent(INamedTypeSymbol Type, string EventType, int Version, bool IsDurable)
{
    public static NamedEvent? FromSource(EventSymbol source) => EventNames.Decide(source) is { EventType: { } eventType } name
        ? new NamedEvent(source.Type, eventType, name.Version, Says(source.Type, "Durable"))
        : null;

    public static NamedEvent? FromMetadata(INamedTypeSymbol type) =>
        type.TypeKind == TypeKind.Class && RuntimeSymbols.FindEventAttribute(type) is not null && Constant(type, "EventTypeName") is string eventType
            ? new NamedEvent(type, eventType, Constant(type, "EventTypeVersion") is int version ? version : 1, Says(type, "Durable"))
            : null;

    private static object? Constant(INamedTypeSymbol type, string name) =>
        type.GetMembers(name).OfType<IFieldSymbol>().FirstOrDefault() is { HasConstantValue: true, ConstantValue: var value } ? value : null;

    private static bool Says(INamedTypeSymbol type, string property) =>
        RuntimeSymbols.FindEventAttribute(type)!.NamedArguments.Any(argument => argument.Key == property && argument.Value.Value is true);
}
