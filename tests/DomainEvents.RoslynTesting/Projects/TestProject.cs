using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>A C# project in memory; immutable, each option returns a changed copy.</summary>
public sealed partial record TestProject
{
    private TestProject()
    {
    }

    /// <summary>The sources in the order in which the compiler gets them.</summary>
    public ImmutableArray<SourceFile> Files { get; private init; } = [];

    /// <summary>Files that are no source, such as a contract lock.</summary>
    public ImmutableArray<SourceFile> AdditionalFiles { get; private init; } = [];

    /// <summary>The folder that relative paths start from; a test of determinism moves it.</summary>
    public string Root { get; private init; } = "/project/";

    /// <summary>The name of the assembly that the project builds.</summary>
    public string AssemblyName { get; private init; } = "TestProject";

    /// <summary>The framework and the assemblies to compile against.</summary>
    public ReferenceSet References { get; private init; } = ReferenceSets.Net100;

    /// <summary>Projects that were run before and are referenced by this one.</summary>
    public ImmutableArray<LibraryReference> Libraries { get; private init; } = [];

    /// <summary>What the compiler parses with: language version, preprocessor symbols, documentation mode.</summary>
    public CSharpParseOptions ParseOptions { get; private init; } = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>What the compiler binds with. Warning level 9999 turns on every warning there is.</summary>
    public CSharpCompilationOptions CompilationOptions { get; private init; } =
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)
            .WithNullableContextOptions(NullableContextOptions.Enable)
            .WithWarningLevel(9999)
            .WithDeterministic(true);

    /// <summary>MSBuild properties that the compiler can see, without the <c>build_property.</c> prefix.</summary>
    public ImmutableSortedDictionary<string, string> BuildProperties { get; private init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>The text of an <c>.editorconfig</c> in the root, or nothing.</summary>
    public string EditorConfig { get; private init; } = "";

    /// <summary>A project of the given sources, named <c>Source0.cs</c>, <c>Source1.cs</c> and so on.</summary>
    public static TestProject Create(params IEnumerable<string> sources) =>
        new() { Files = [.. sources.Select(static (text, index) => new SourceFile($"Source{index}.cs", text))] };

    /// <summary>Adds a file, or replaces the text of the file at that path where it stands.</summary>
    public TestProject WithFile(string path, string text)
    {
        int index = Files.Select(static existing => existing.Path).ToList().IndexOf(path);
        var file = new SourceFile(path, text);
        return this with { Files = index < 0 ? Files.Add(file) : Files.SetItem(index, file) };
    }

    /// <summary>Removes a file; one that is absent is an error of the test.</summary>
    public TestProject WithoutFile(string path) => this with { Files = Files.Remove(File(path)) };

    /// <summary>Replaces a piece of text that occurs exactly once in the project.</summary>
    public TestProject Replace(string oldText, string newText)
    {
        SourceFile[] holders = [.. Files.Where(file => file.Text.Contains(oldText, StringComparison.Ordinal))];
        if (holders is not [SourceFile holder] || holder.Text.IndexOf(oldText, StringComparison.Ordinal) != holder.Text.LastIndexOf(oldText, StringComparison.Ordinal))
        {
            throw new RoslynTestException($"'{oldText}' must occur exactly once in the project.");
        }

        return WithFile(holder.Path, holder.Text.Replace(oldText, newText, StringComparison.Ordinal));
    }

    /// <summary>Replaces all files, for example by the same ones in another order or with other line endings.</summary>
    public TestProject WithFiles(params IEnumerable<SourceFile> files) => this with { Files = [.. files] };

    /// <summary>The file at a path.</summary>
    public SourceFile File(string path) =>
        Files.FirstOrDefault(file => file.Path == path) ?? throw new RoslynTestException($"The project has no file '{path}'.");

    /// <summary>Adds a file that is no source.</summary>
    public TestProject WithAdditionalFile(string path, string text) =>
        this with { AdditionalFiles = AdditionalFiles.RemoveAll(file => file.Path == path).Add(new SourceFile(path, text)) };

    /// <summary>Adds the global usings that the SDK adds, and others.</summary>
    public TestProject WithImplicitUsings(params IEnumerable<string> others)
    {
        string[] names = ["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks", .. others];
        return WithFile("obj/GlobalUsings.g.cs", "// <auto-generated/>\n" + string.Concat(names.Select(static name => $"global using global::{name};\n")));
    }

    /// <summary>Compiles against another set of references.</summary>
    public TestProject WithReferences(ReferenceSet references) => this with { References = references };

    /// <summary>Adds references.</summary>
    public TestProject WithReferences(params IEnumerable<MetadataReference> references) => this with { References = References.With(references) };

    /// <summary>Adds built assemblies and whatever they refer to that lies beside them.</summary>
    public TestProject WithReferences(params IEnumerable<Assembly> assemblies) => this with { References = References.With(assemblies) };

    /// <summary>References another project as an editor does (its compilation) or as a build does (its image).</summary>
    public TestProject WithLibrary(GeneratorResult library, bool asImage = false, string? externAlias = null) =>
        this with { Libraries = Libraries.Add(new LibraryReference(library, asImage, externAlias)) };

    /// <summary>Sets an MSBuild property that the compiler can see.</summary>
    public TestProject WithBuildProperty(string name, string value) => this with { BuildProperties = BuildProperties.SetItem(name, value) };

    /// <summary>Sets the text of the <c>.editorconfig</c> in the root, sections and all.</summary>
    public TestProject WithEditorConfig(string text) => this with { EditorConfig = text };
}
