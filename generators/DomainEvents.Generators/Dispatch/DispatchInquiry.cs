using System.Collections.Immutable;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Dispatch;

/// <summary>
/// The build path's question to the compilation. Two are equal, and the former answer stands, unless something changed that an answer
/// can depend on: a declaration, a reference or an option. What stands in method bodies cannot, so that typing in one asks nothing.
/// </summary>
internal sealed class DispatchInquiry(
    EquatableArray<Candidate> candidates,
    bool isRoot,
    EquatableArray<ulong> declarations,
    ImmutableArray<MetadataReference> references,
    Compilation compilation) : IEquatable<DispatchInquiry>
{
    private readonly EquatableArray<ulong> _declarations = declarations;
    private readonly ImmutableArray<MetadataReference> _references = references;

    public EquatableArray<Candidate> Candidates { get; } = candidates;

    public bool IsRoot { get; } = isRoot;

    public Compilation Compilation { get; } = compilation;

    // Of the references the identity is enough: a step whose inputs are all cached hands over the same array again.
    public bool Equals(DispatchInquiry? other) =>
        other is not null
        && _declarations.Equals(other._declarations)
        && _references == other._references
        && IsRoot == other.IsRoot
        && Compilation.AssemblyName == other.Compilation.AssemblyName
        && Equals(Compilation.SyntaxTrees.FirstOrDefault()?.Options, other.Compilation.SyntaxTrees.FirstOrDefault()?.Options)
        && Relevant(Compilation.Options).Equals(Relevant(other.Compilation.Options))
        && Candidates.Equals(other.Candidates);

    public override bool Equals(object? obj) => Equals(obj as DispatchInquiry);

    public override int GetHashCode() => Candidates.GetHashCode();

    /// <summary>The severities of diagnostics come from an object of the host's, which may be a new one at each edit.</summary>
    private static CompilationOptions Relevant(CompilationOptions options) => options.WithSyntaxTreeOptionsProvider(null);
}
