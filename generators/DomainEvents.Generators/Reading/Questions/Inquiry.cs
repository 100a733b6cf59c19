using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Reading.Questions;

/// <summary>
/// The questions and whom to ask. Two inquiries are equal when they must get the same answers: the compilation itself is not compared,
/// but everything of it that an answer may depend on is (of the options: annotations, and whether a constant overflows). So the pipeline
/// stops here on edits inside method bodies, and goes on with the former answers (docs/decisions/0009).
/// </summary>
internal sealed class Inquiry : IEquatable<Inquiry>
{
    private readonly EquatableArray<ulong> _declarations;

    /// <param name="questions">What is asked.</param>
    /// <param name="declarations">The <see cref="DeclarationStamp"/> of each file.</param>
    /// <param name="compilation">Whom to ask.</param>
    public Inquiry(EquatableArray<Question> questions, EquatableArray<ulong> declarations, Compilation compilation)
    {
        Questions = questions;
        Compilation = (CSharpCompilation)compilation;
        _declarations = declarations;
    }

    public EquatableArray<Question> Questions { get; }

    public CSharpCompilation Compilation { get; }

    /// <summary>Trees of one compilation must not differ in their language version.</summary>
    public CSharpParseOptions? ParseOptions => Compilation.SyntaxTrees.FirstOrDefault()?.Options as CSharpParseOptions;

    public bool Equals(Inquiry? other) =>
        other is not null
        && _declarations.Equals(other._declarations)
        && Questions.Equals(other.Questions)
        && Compilation.ExternalReferences.SequenceEqual(other.Compilation.ExternalReferences)
        && Equals(ParseOptions, other.ParseOptions)
        && Compilation.AssemblyName == other.Compilation.AssemblyName
        && Compilation.Options.NullableContextOptions == other.Compilation.Options.NullableContextOptions
        && Compilation.Options.CheckOverflow == other.Compilation.Options.CheckOverflow;

    public override bool Equals(object? obj) => Equals(obj as Inquiry);

    public override int GetHashCode() => Questions.GetHashCode();
}
