using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting;

/// <summary>Turns a project into a compilation and, like an editor, keeps every syntax tree and additional file that did not change.</summary>
internal sealed class ProjectTrees
{
    private readonly Dictionary<string, SyntaxTree> _trees = new(StringComparer.Ordinal);
    private readonly Dictionary<string, InMemoryText> _additionalTexts = new(StringComparer.Ordinal);
    private readonly Dictionary<LibraryReference, MetadataReference> _libraries = [];

    public CSharpCompilation Compile(TestProject project) => CSharpCompilation.Create(
        project.AssemblyName,
        project.Files.Select(file => Tree(project.Root + file.Path, file.Text, project.ParseOptions)),
        project.References.All.Concat(project.Libraries.Select(Library)),
        project.CompilationOptions.WithSyntaxTreeOptionsProvider(new OptionsProvider(project).Severities));

    public ImmutableArray<AdditionalText> AdditionalTexts(TestProject project) =>
        [.. project.AdditionalFiles.Select(file => AdditionalText(project.Root + file.Path, file.Text))];

    private SyntaxTree Tree(string path, string text, CSharpParseOptions options)
    {
        if (_trees.TryGetValue(path, out SyntaxTree? known) && known.Options.Equals(options))
        {
            SourceText knownText = known.GetText();
            TextChange? change = SmallestChange(knownText.ToString(), text);
            return change is null ? known : _trees[path] = known.WithChangedText(knownText.WithChanges(change.Value));
        }

        return _trees[path] = CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), options, path);
    }

    private MetadataReference Library(LibraryReference library)
    {
        if (!_libraries.TryGetValue(library, out MetadataReference? reference))
        {
            _libraries[library] = reference = library.ToReference();
        }

        return reference;
    }

    private InMemoryText AdditionalText(string path, string text)
    {
        if (!_additionalTexts.TryGetValue(path, out InMemoryText? known) || known.Text != text)
        {
            _additionalTexts[path] = known = new InMemoryText(path, text);
        }

        return known;
    }

    // What an editor hands over is a change, not a new text: Roslyn then keeps the green nodes around it.
    private static TextChange? SmallestChange(string before, string after)
    {
        int shorter = Math.Min(before.Length, after.Length);
        int start = before.AsSpan().CommonPrefixLength(after);
        if (start == before.Length && start == after.Length)
        {
            return null;
        }

        int tail = 0;
        while (tail < shorter - start && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        return new TextChange(TextSpan.FromBounds(start, before.Length - tail), after[start..^tail]);
    }

    private sealed class InMemoryText(string path, string text) : AdditionalText
    {
        public string Text => text;

        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }
}
