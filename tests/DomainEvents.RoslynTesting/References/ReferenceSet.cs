using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>What a test project compiles against: the assemblies of one framework, and what is added to them.</summary>
public sealed record ReferenceSet
{
    internal ReferenceSet(string name, ImmutableArray<MetadataReference> framework, ImmutableArray<MetadataReference> extra)
    {
        Name = name;
        Framework = framework;
        Extra = extra;
    }

    /// <summary>The target framework's short name, such as <c>net10.0</c>.</summary>
    public string Name { get; }

    /// <summary>The framework's reference assemblies: they hold no code and are never loaded.</summary>
    public ImmutableArray<MetadataReference> Framework { get; }

    /// <summary>Everything that is not part of the framework: a program that runs loads these beside it.</summary>
    public ImmutableArray<MetadataReference> Extra { get; private init; }

    /// <summary>Framework and additions.</summary>
    public IEnumerable<MetadataReference> All => Framework.Concat(Extra);

    /// <summary>Adds references; one that is already present stays once.</summary>
    public ReferenceSet With(params IEnumerable<MetadataReference> extra) =>
        this with { Extra = [.. Extra.Concat(extra).Distinct()] };

    /// <summary>Adds built assemblies and whatever they refer to that lies beside them.</summary>
    public ReferenceSet With(params IEnumerable<Assembly> assemblies) =>
        With(assemblies.SelectMany(ReferenceSets.Closure));
}
