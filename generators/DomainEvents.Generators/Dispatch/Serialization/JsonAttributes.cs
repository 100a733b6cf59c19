using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch.Serialization;

/// <summary>Recognises the attributes of System.Text.Json.</summary>
internal static class JsonAttributes
{
    public const string Constructor = "JsonConstructorAttribute";
    public const string Converter = "JsonConverterAttribute";
    public const string Ignore = "JsonIgnoreAttribute";
    public const string Include = "JsonIncludeAttribute";
    public const string PropertyName = "JsonPropertyNameAttribute";
    public const string PropertyOrder = "JsonPropertyOrderAttribute";
    public const string Required = "JsonRequiredAttribute";

    // They change what is written in ways that are not written here: better nothing than something else.
    private static readonly string[] s_unknown =
    [
        "JsonExtensionDataAttribute", "JsonNumberHandlingAttribute", "JsonPolymorphicAttribute", "JsonDerivedTypeAttribute", "JsonObjectCreationHandlingAttribute",
    ];

    public static AttributeData? Find(ISymbol symbol, string name)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            if (attribute.AttributeClass is { } type && Is(type, name))
            {
                return attribute;
            }
        }

        return null;
    }

    /// <summary>Whether a type or member says something about its JSON that would be lost.</summary>
    public static bool HasUnknown(ISymbol symbol)
    {
        foreach (var attribute in symbol.GetAttributes())
        {
            for (var type = attribute.AttributeClass; type is not null; type = type.BaseType)
            {
                if (Array.Exists(s_unknown, name => Is(type, name)) || (Is(type, Converter) && !Is(attribute.AttributeClass!, Converter)))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Whether a type is one of the namespace System.Text.Json.Serialization.</summary>
    public static bool Is(INamedTypeSymbol type, string metadataName) =>
        type.MetadataName == metadataName
        && type.ContainingNamespace is { Name: "Serialization", ContainingNamespace: { Name: "Json", ContainingNamespace: { Name: "Text", ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true } } } };
}
