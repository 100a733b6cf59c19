using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Reading.Symbols;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>
/// Finds how values of a type are written and read. What is not known is left to the options' resolver. One reader serves all events: they
/// share few types, and it remembers those whose way is the same for every event.
/// </summary>
internal sealed class JsonValueReader(Compilation compilation, ForbiddenTypes forbidden)
{
    private const string KnownConverters = "global::System.Text.Json.Serialization.Metadata.JsonMetadataServices.";

    private readonly Dictionary<ITypeSymbol, JsonValueModel?> _known = new(SymbolEqualityComparer.IncludeNullability);

    /// <summary>The way of a member's value, or <see langword="null"/> where no code can be written for it.</summary>
    /// <param name="member">The member.</param>
    /// <param name="type">Its type.</param>
    /// <param name="within">The event, whose part the code stands in.</param>
    public JsonValueModel? Read(ISymbol member, ITypeSymbol type, INamedTypeSymbol within)
    {
        if (JsonAttributes.Find(member, JsonAttributes.Converter) is { } attribute)
        {
            return CanBeMentioned(type, within) ? ReadConverter(attribute, type, within) : null;
        }

        if (!IsKnownToAll(type))
        {
            return CanBeMentioned(type, within) ? Read(type, within) : null;
        }

        if (!_known.TryGetValue(type, out var value))
        {
            _known[type] = value = CanBeMentioned(type, within) ? Read(type, within) : null;
        }

        return value;
    }

    /// <summary>Whether the type is public and of a reference in all its parts: then every event sees as much of it as any other.</summary>
    private bool IsKnownToAll(ITypeSymbol type) => type switch
    {
        IArrayTypeSymbol array => IsKnownToAll(array.ElementType),
        INamedTypeSymbol { DeclaredAccessibility: Accessibility.Public, ContainingAssembly: { } assembly } named =>
            !SymbolEqualityComparer.Default.Equals(assembly, compilation.Assembly)
            && (named.ContainingType is null || IsKnownToAll(named.ContainingType))
            && named.TypeArguments.All(IsKnownToAll),
        _ => false,
    };

    private JsonValueModel? Read(ITypeSymbol type, INamedTypeSymbol within)
    {
        var name = Name(type);
        if (type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T)
        {
            return Read(((INamedTypeSymbol)type).TypeArguments[0], within) is { } element ? new JsonValueModel(JsonValueKind.Nullable, name, Element: element) : null;
        }

        if (JsonAttributes.Find(type, JsonAttributes.Converter) is { } attribute)
        {
            return ReadConverter(attribute, type, within);
        }

        return ReadPrimitive(type, name) ?? ReadCollection(type, name, within) ?? new JsonValueModel(JsonValueKind.ByOptions, name);
    }

    private static JsonValueModel? ReadPrimitive(ITypeSymbol type, string name)
    {
        switch (type.SpecialType)
        {
            case SpecialType.System_String:
                return new JsonValueModel(JsonValueKind.String, name);
            case SpecialType.System_Boolean:
                return new JsonValueModel(JsonValueKind.Boolean, name);
            case SpecialType.System_DateTime:
                return new JsonValueModel(JsonValueKind.Text, name, "DateTime");
            case SpecialType.System_Char:
                return new JsonValueModel(JsonValueKind.KnownConverter, name, KnownConverters + "CharConverter");
            case >= SpecialType.System_SByte and <= SpecialType.System_Double:
                return new JsonValueModel(JsonValueKind.Number, name, type.Name);
        }

        if (type is INamedTypeSymbol { TypeKind: TypeKind.Enum, EnumUnderlyingType: { } underlying })
        {
            return new JsonValueModel(JsonValueKind.Enum, name, underlying.Name);
        }

        if (type is IArrayTypeSymbol { IsSZArray: true, ElementType.SpecialType: SpecialType.System_Byte })
        {
            return new JsonValueModel(JsonValueKind.Bytes, name);
        }

        return (SpaceOf(type), type.MetadataName) switch
        {
            ("System", "Guid" or "DateTimeOffset") => new JsonValueModel(JsonValueKind.Text, name, type.Name),
            ("System", "TimeSpan" or "DateOnly" or "TimeOnly" or "Uri" or "Version" or "Half" or "Int128" or "UInt128") =>
                new JsonValueModel(JsonValueKind.KnownConverter, name, $"{KnownConverters}{type.Name}Converter"),
            ("System.Text.Json", "JsonElement") => new JsonValueModel(JsonValueKind.KnownConverter, name, KnownConverters + "JsonElementConverter"),
            _ => null,
        };
    }

    private JsonValueModel? ReadCollection(ITypeSymbol type, string name, INamedTypeSymbol within)
    {
        if (type is IArrayTypeSymbol array)
        {
            return array.IsSZArray ? Collection(within, JsonValueKind.Items, name, array.ElementType, "?.ToArray()!") : null;
        }

        if (type is not INamedTypeSymbol { ContainingType: null } named)
        {
            return null;
        }

        var space = SpaceOf(named);
        if (named.Arity == 1)
        {
            return (space, named.Name) switch
            {
                ("System.Collections.Generic", "List" or "IList" or "ICollection" or "IEnumerable" or "IReadOnlyList" or "IReadOnlyCollection") =>
                    Collection(within, JsonValueKind.Items, name, named.TypeArguments[0], "!"),
                ("System.Collections.Generic", "HashSet" or "ISet" or "IReadOnlySet") => Collection(
                    within, JsonValueKind.Items, name, named.TypeArguments[0],
                    $" is {{ }} items ? new global::System.Collections.Generic.HashSet<{Name(named.TypeArguments[0])}>(items) : null!"),
                ("System.Collections.Immutable", "ImmutableArray") => Collection(
                    within, JsonValueKind.Items, name, named.TypeArguments[0], " is { } items ? global::System.Collections.Immutable.ImmutableArray.CreateRange(items) : default"),
                ("System.Collections.Immutable", "ImmutableList" or "IImmutableList") => Collection(
                    within, JsonValueKind.Items, name, named.TypeArguments[0], " is { } items ? global::System.Collections.Immutable.ImmutableList.CreateRange(items) : null!"),
                _ => null,
            };
        }

        return named is { Arity: 2 } && named.TypeArguments[0].SpecialType == SpecialType.System_String
            && (space, named.Name) is ("System.Collections.Generic", "Dictionary" or "IDictionary" or "IReadOnlyDictionary")
            ? Collection(within, JsonValueKind.Map, name, named.TypeArguments[1], "!")
            : null;
    }

    private JsonValueModel? Collection(INamedTypeSymbol within, JsonValueKind kind, string name, ITypeSymbol element, string ending) =>
        Read(element, within) is { } value ? new JsonValueModel(kind, name, ending, value, TypeSymbols.FullName(element)) : null;

    /// <summary>An attribute without a type asks a method, which a derived attribute overrides: not for us.</summary>
    private JsonValueModel? ReadConverter(AttributeData attribute, ITypeSymbol type, INamedTypeSymbol within)
    {
        if (attribute.ConstructorArguments.Length != 1
            || attribute.ConstructorArguments[0].Value is not INamedTypeSymbol { IsAbstract: false, IsUnboundGenericType: false } converter
            || !CanBeMentioned(converter, within)
            || !converter.InstanceConstructors.Any(constructor => constructor.Parameters.Length == 0 && compilation.IsSymbolAccessibleWithin(constructor, within))
            || HasRequiredMembers(converter))
        {
            return null;
        }

        for (var current = converter.BaseType; current is not null; current = current.BaseType)
        {
            if (JsonAttributes.Is(current, "JsonConverterFactory"))
            {
                return new JsonValueModel(JsonValueKind.ConverterFactory, Name(type), Name(converter));
            }

            if (JsonAttributes.Is(current, "JsonConverter`1"))
            {
                return Converter(converter, current.TypeArguments[0], type);
            }
        }

        return null;
    }

    private static JsonValueModel? Converter(INamedTypeSymbol converter, ITypeSymbol converted, ITypeSymbol type)
    {
        if (SymbolEqualityComparer.Default.Equals(converted, type))
        {
            return new JsonValueModel(JsonValueKind.Converter, Name(converted), Name(converter));
        }

        return type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T
            && SymbolEqualityComparer.Default.Equals(converted, ((INamedTypeSymbol)type).TypeArguments[0])
            ? new JsonValueModel(JsonValueKind.Nullable, Name(type), Element: new JsonValueModel(JsonValueKind.Converter, Name(converted), Name(converter)))
            : null;
    }

    private static bool HasRequiredMembers(INamedTypeSymbol type) => type.GetMembers().Any(static member =>
        member is IPropertySymbol { IsRequired: true } or IFieldSymbol { IsRequired: true });

    /// <summary>Whether the event's own part can name the type, and a generic method take it.</summary>
    private bool CanBeMentioned(ITypeSymbol type, INamedTypeSymbol within) => type switch
    {
        IDynamicTypeSymbol => true,
        IArrayTypeSymbol array => CanBeMentioned(array.ElementType, within),
        INamedTypeSymbol named => named is { TypeKind: not TypeKind.Error, IsRefLikeType: false, IsFileLocal: false, IsStatic: false }
            && !forbidden.Include(named)
            && compilation.IsSymbolAccessibleWithin(named, within)
            && named.TypeArguments.All(argument => CanBeMentioned(argument, within)),
        _ => false,
    };

    private static string Name(ITypeSymbol type) => type is IDynamicTypeSymbol ? "object" : TypeNames.Qualified(type);

    /// <summary>The namespace, where it is one whose types are known here.</summary>
    private static string SpaceOf(ITypeSymbol type) => type.ContainingNamespace switch
    {
        { Name: "System", ContainingNamespace.IsGlobalNamespace: true } => "System",
        { Name: "Generic" or "Immutable" or "Json", ContainingNamespace: { Name: "Collections" or "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } space =>
            $"System.{space.ContainingNamespace.Name}.{space.Name}",
        _ => "",
    };
}
