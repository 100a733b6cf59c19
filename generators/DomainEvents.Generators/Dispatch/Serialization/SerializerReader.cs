using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>Works out how events become JSON and come back.</summary>
internal sealed class SerializerReader
{
    private readonly Compilation _compilation;
    private readonly JsonValueReader _values;
    private readonly ConstructorSymbols _constructors;

    private SerializerReader(Compilation compilation, ForbiddenTypes forbidden)
    {
        _compilation = compilation;
        _values = new JsonValueReader(compilation, forbidden);
        _constructors = new ConstructorSymbols(compilation);
    }

    /// <summary>The reader, or <see langword="null"/> where the runtime or System.Text.Json is not there to write for.</summary>
    public static SerializerReader? For(Compilation compilation, IAssemblySymbol runtime, ForbiddenTypes forbidden) =>
        runtime.GetTypeByMetadataName("DomainEvents.CompilerServices.EventSerializer`1") is { DeclaredAccessibility: Accessibility.Public } serializer
        && serializer.GetMembers("Write").OfType<IMethodSymbol>().All(static method => method.Parameters.All(static parameter => parameter.Type.TypeKind != TypeKind.Error))
            ? new SerializerReader(compilation, forbidden)
            : null;

    /// <summary>The serializer of an event, or <see langword="null"/> where none can be written that would lose nothing.</summary>
    public SerializerModel? Read(INamedTypeSymbol type)
    {
        if (type.Arity > 0
            || HasBaseInError(type)
            || EventSymbol.From(type) is not { } source
            || EventNames.Decide(source) is not { EventType: { } eventType, Version: var version }
            || JsonAttributes.HasUnknown(type)
            || JsonAttributes.Find(type, JsonAttributes.Converter) is not null
            || JsonConstructor.Find(source, _constructors, _compilation) is not { } constructor
            || new JsonPropertyReader(_compilation, _values, source, constructor).Read() is not { } properties)
        {
            return null;
        }

        var qualified = TypeNames.Qualified(type);
        return new SerializerModel
        {
            Namespace = Nestings.Namespace(type.ContainingNamespace),
            Declarations = new EquatableArray<string>(Nestings.Declarations(type)),
            EventClass = qualified,
            ClassName = DispatchNames.Serializer(qualified),
            EventType = eventType,
            Version = version,
            Properties = new EquatableArray<JsonPropertyModel>(properties.Select(static property => property.Model)),
            Arguments = new EquatableArray<int>(constructor.Parameters.Select(parameter => properties.FindIndex(property => property.Parameter == parameter))),
        };
    }

    /// <summary>Whether a base does not resolve or leads back here: nothing else is generated for the event either.</summary>
    private static bool HasBaseInError(INamedTypeSymbol type)
    {
        for (var declared = type.BaseType; declared is not null; declared = declared.BaseType)
        {
            if (declared.TypeKind == TypeKind.Error)
            {
                return true;
            }
        }

        return false;
    }
}
