using DomainEvents.Generators.Equality;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators;

/// <summary>
/// The files of a compilation, for both paths. Only the edited one is read again; and if it says what it said before, as after an edit in a
/// body, all that follows ends here: the driver does not enter a step whose input is unchanged, however many files there are.
/// </summary>
/// <param name="Contents">What each file says.</param>
/// <param name="Stamps">The stamps of all files: the same ones as long as nothing is declared in another way.</param>
internal readonly record struct SourceFiles(IncrementalValuesProvider<FileContents> Contents, IncrementalValueProvider<EquatableArray<ulong>> Stamps)
{
    public static SourceFiles Find(IncrementalGeneratorInitializationContext context)
    {
        // Not by the provider of syntax, which at each edit allots every file a semantic model that nobody asks for here. It would know files
        // again after one was taken out; by place, those behind it are read once more.
        var contents = context.CompilationProvider
            .SelectMany(static (compilation, _) => compilation.SyntaxTrees)
            .WithTrackingName(TrackingNames.Trees)
            .Select(static (tree, token) => FileContents.Read((CompilationUnitSyntax)tree.GetRoot(token)))
            .WithTrackingName(TrackingNames.Contents);
        var stamps = contents
            .Select(static (file, _) => file.Stamp)
            .Collect()
            .Select(static (stamps, _) => new EquatableArray<ulong>(stamps))
            .WithTrackingName(TrackingNames.Stamps);
        return new SourceFiles(contents, stamps);
    }
}
