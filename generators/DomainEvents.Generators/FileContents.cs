using DomainEvents.Generators.Dispatch;
using DomainEvents.Generators.Dispatch.Discovery;
using DomainEvents.Generators.Dispatch.Model;
using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Reading;
using DomainEvents.Generators.Reading.Joining;
using DomainEvents.Generators.Reading.Parts;
using DomainEvents.Generators.Reading.Questions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators;

/// <summary>What the two paths read of a file: from syntax alone, so that it stands until the file is edited.</summary>
/// <param name="Stamp">Another one where the file declares something else.</param>
/// <param name="Parts">Its partial types: for the typing path.</param>
/// <param name="Rare">What of it concerns the events of all files: for the typing path.</param>
/// <param name="Candidates">Types that may be events or hold handlers: for the build path.</param>
/// <param name="DefinesEmbeddedAttribute">Whether it defines the attribute that the build path otherwise writes.</param>
internal sealed record FileContents(
    ulong Stamp,
    EquatableArray<TypePart> Parts,
    EquatableArray<RareDeclaration> Rare,
    EquatableArray<Candidate> Candidates,
    bool DefinesEmbeddedAttribute)
{
    public static FileContents Read(CompilationUnitSyntax root)
    {
        var parts = new List<TypePart>();
        var rare = new List<RareDeclaration>();
        var candidates = new List<Candidate>();
        var definesEmbeddedAttribute = false;
        foreach (var node in root.DescendantNodes(HasDeclarations))
        {
            if (SourceFactsReader.IsOfInterest(node))
            {
                rare.Add(SourceFactsReader.Read(node));
            }

            if (node is TypeDeclarationSyntax type)
            {
                if (PartReader.IsPart(type))
                {
                    parts.Add(PartReader.Read(type));
                }

                if (CandidateSyntax.Read(type) is { } candidate)
                {
                    candidates.Add(candidate);
                }

                definesEmbeddedAttribute = definesEmbeddedAttribute || EmbeddedAttribute.IsDefinedBy(type);
            }
        }

        return new FileContents(
            DeclarationStamp.Compute(root),
            new EquatableArray<TypePart>(parts),
            new EquatableArray<RareDeclaration>(rare),
            new EquatableArray<Candidate>(candidates),
            definesEmbeddedAttribute);
    }

    private static bool HasDeclarations(SyntaxNode node) => node is CompilationUnitSyntax or BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax;
}
