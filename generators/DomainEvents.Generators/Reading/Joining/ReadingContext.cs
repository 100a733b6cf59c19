using System.Collections.Immutable;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Reading.Joining;

/// <summary>What holds for all events of a compilation.</summary>
/// <param name="HasRuntime">Whether the runtime package is referenced. Without it nothing is generated.</param>
/// <param name="NullableByDefault">The project's nullable annotation context.</param>
/// <param name="Rivals">The known attributes whose names another type bears too, so that text alone does not tell them.</param>
/// <param name="GlobalAliases">The global using aliases.</param>
internal sealed record ReadingContext(
    bool HasRuntime,
    bool NullableByDefault,
    KnownAttributes Rivals,
    EquatableArray<UsingAlias> GlobalAliases)
{
    /// <summary>Whether an attribute may be the known one, as far as names tell.</summary>
    public bool MayBe(AttributeUse use, KnownAttributes attribute) => NamedLike(use) == attribute;

    /// <summary>The known attribute that a name suggests.</summary>
    public KnownAttributes NamedLike(AttributeUse use)
    {
        if (use.IsSimple && !use.IsAlias)
        {
            foreach (var alias in GlobalAliases)
            {
                if (alias.Attribute != KnownAttributes.None && UsingAlias.IsNamed(alias.Name, use.SimpleName))
                {
                    return alias.Attribute;
                }
            }
        }

        return use.Known;
    }

    /// <summary>Whether the compilation must be asked what the attribute is: an alias, or a rival of its name, may stand in between.</summary>
    public bool IsUncertain(AttributeUse use) =>
        use.IsAlias || (Rivals & use.Known) != 0 || use.Known == KnownAttributes.None;

    /// <summary>Whether a global alias of that name exists.</summary>
    public UsingAlias? FindAlias(string name)
    {
        if (name.Length > 0)
        {
            foreach (var alias in GlobalAliases)
            {
                if (alias.Name == name)
                {
                    return alias;
                }
            }
        }

        return null;
    }
}

/// <summary>What references and options say about all events.</summary>
internal sealed record CompilationFacts(bool HasRuntime, bool NullableByDefault, KnownAttributes Rivals)
{
    /// <summary>
    /// Looks into the references' tables of names only: the compilation's own declarations are not merged for this, which alone would
    /// cost more than all the rest.
    /// </summary>
    public static CompilationFacts From(Compilation compilation)
    {
        var hasRuntime = false;
        var rivals = KnownAttributes.None;
        foreach (var assembly in compilation.SourceModule.ReferencedAssemblySymbols)
        {
            foreach (var attribute in KnownAttributeNames.All)
            {
                var simpleName = KnownAttributeNames.SimpleName(attribute);
                var isOurs = false;
                if (assembly.TypeNames.Contains(simpleName + "Attribute"))
                {
                    isOurs = assembly.GetTypeByMetadataName(KnownAttributeNames.MetadataName(attribute)) is not null;
                    rivals |= isOurs ? KnownAttributes.None : attribute;
                    hasRuntime |= isOurs && attribute == KnownAttributes.DomainEvent;
                }

                // The runtime's own class DomainEvent is no attribute.
                if (!isOurs && assembly.TypeNames.Contains(simpleName))
                {
                    rivals |= attribute;
                }
            }
        }

        return new CompilationFacts(
            hasRuntime && LanguageFloor.IsReached(compilation),
            (compilation.Options.NullableContextOptions & NullableContextOptions.Annotations) != 0,
            rivals);
    }
}

/// <summary>What the source of a compilation says about all events.</summary>
/// <param name="Rivals">The known attributes whose names a type or an alias in source bears.</param>
/// <param name="GlobalAliases">The global using aliases, sorted by name.</param>
internal sealed record SourceFacts(KnownAttributes Rivals, EquatableArray<UsingAlias> GlobalAliases)
{
    public static SourceFacts From(ImmutableArray<RareDeclaration> declarations)
    {
        var rivals = KnownAttributes.None;
        var aliases = new List<UsingAlias>();
        foreach (var declaration in declarations)
        {
            rivals |= declaration.Rival;
            if (declaration.GlobalAlias is not null)
            {
                aliases.Add(declaration.GlobalAlias);
            }
        }

        aliases.Sort(static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        return new SourceFacts(rivals, new EquatableArray<UsingAlias>(aliases));
    }

    public ReadingContext Combine(CompilationFacts compilation) =>
        new(compilation.HasRuntime, compilation.NullableByDefault, Rivals | compilation.Rivals, GlobalAliases);
}

/// <summary>A global alias, or a type or alias that is called like a known attribute.</summary>
internal sealed record RareDeclaration(KnownAttributes Rival, UsingAlias? GlobalAlias);
