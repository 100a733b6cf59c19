using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Parts;

/// <summary>The attributes that the typing path understands; flags, so that a set of them is one value.</summary>
[Flags]
internal enum KnownAttributes
{
    None = 0,
    DomainEvent = 1,
    AllowBlank = 2,
    NotDefault = 4,
    AllowNull = 8,
    Aggregate = 16,
}

/// <summary>Tells the known attributes by their names, in text and in symbols.</summary>
internal static class KnownAttributeNames
{
    private const string Suffix = "Attribute";

    public static readonly KnownAttributes[] All =
        [KnownAttributes.DomainEvent, KnownAttributes.AllowBlank, KnownAttributes.NotDefault, KnownAttributes.AllowNull, KnownAttributes.Aggregate];

    /// <summary>What an attribute of this simple name is, unless another type bears the name too.</summary>
    public static KnownAttributes FromSimpleName(string name) => name switch
    {
        "DomainEvent" or "DomainEventAttribute" => KnownAttributes.DomainEvent,
        "AllowBlank" or "AllowBlankAttribute" => KnownAttributes.AllowBlank,
        "NotDefault" or "NotDefaultAttribute" => KnownAttributes.NotDefault,
        "AllowNull" or "AllowNullAttribute" => KnownAttributes.AllowNull,
        "Aggregate" or "AggregateAttribute" => KnownAttributes.Aggregate,
        _ => KnownAttributes.None,
    };

    /// <summary>The attribute's simple name without its suffix.</summary>
    public static string SimpleName(KnownAttributes attribute) => attribute.ToString();

    public static string MetadataName(KnownAttributes attribute) => attribute switch
    {
        KnownAttributes.AllowNull => "System.Diagnostics.CodeAnalysis.",
        KnownAttributes.Aggregate => "DomainEvents.Persistence.",
        _ => "DomainEvents.",
    } + SimpleName(attribute) + Suffix;

    public static KnownAttributes FromSymbol(INamedTypeSymbol? type)
    {
        if (type is not { ContainingType: null, Arity: 0 } || !type.Name.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return KnownAttributes.None;
        }

        var attribute = FromSimpleName(type.Name);
        var isOurs = attribute switch
        {
            KnownAttributes.None => false,
            KnownAttributes.AllowNull => type.ContainingNamespace is
            {
                Name: "CodeAnalysis",
                ContainingNamespace:
                {
                    Name: "Diagnostics",
                    ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
                },
            },
            KnownAttributes.Aggregate => IsPersistenceNamespace(type.ContainingNamespace),
            _ => IsRuntimeNamespace(type.ContainingNamespace),
        };
        return isOurs ? attribute : KnownAttributes.None;
    }

    /// <summary>Whether the symbol is the runtime's namespace <c>DomainEvents</c>.</summary>
    public static bool IsRuntimeNamespace(INamespaceSymbol? symbol) =>
        symbol is { Name: "DomainEvents", ContainingNamespace.IsGlobalNamespace: true };

    /// <summary>Whether the symbol is the runtime's namespace <c>DomainEvents.Persistence</c>.</summary>
    public static bool IsPersistenceNamespace(INamespaceSymbol? symbol) =>
        symbol is { Name: "Persistence" } && IsRuntimeNamespace(symbol.ContainingNamespace);
}
