using DomainEvents.Generators.Dispatch.Model;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Discovery;

/// <summary>A handler while the compilation is at hand.</summary>
/// <param name="Model">What is kept.</param>
/// <param name="HandledType">The event, base type or interface.</param>
/// <param name="Inside">The type from whose inside it must be registered, or <see langword="null"/>.</param>
/// <param name="SortKey">Tells apart rows of one name: the same in every build.</param>
internal sealed record HandlerFinding(HandlerModel Model, INamedTypeSymbol HandledType, INamedTypeSymbol? Inside, string SortKey);

/// <summary>An event while the compilation is at hand.</summary>
/// <param name="Type">The event.</param>
/// <param name="QualifiedName">As generated code writes it.</param>
/// <param name="Inside">The type from whose inside it must be registered, or <see langword="null"/>.</param>
/// <param name="Serializer">How it becomes JSON, where that can be written.</param>
/// <param name="IsDurable">Whether it is raised through the outbox.</param>
internal sealed record EventFinding(INamedTypeSymbol Type, string QualifiedName, INamedTypeSymbol? Inside, SerializerModel? Serializer, bool IsDurable);
