using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>What came out of a run: the files by hint name, and the compilation that holds them.</summary>
public sealed class GeneratorResult
{
    private readonly Lazy<ImmutableArray<byte>> _image;

    internal GeneratorResult(TestProject project, CSharpCompilation input, CSharpCompilation output, GeneratorDriverRunResult run)
    {
        Project = project;
        Input = input;
        Compilation = output;
        Run = run;
        Files = [.. run.Results
            .Where(static result => !result.GeneratedSources.IsDefault)
            .SelectMany(static result => result.GeneratedSources)
            .Select(static source => new GeneratedFile(source.HintName, source.SourceText, source.SyntaxTree))
            .OrderBy(static file => file.Hint, StringComparer.Ordinal)];
        _image = new Lazy<ImmutableArray<byte>>(Emit);
    }

    /// <summary>The project that was run.</summary>
    public TestProject Project { get; }

    /// <summary>The compilation before the run.</summary>
    public CSharpCompilation Input { get; }

    /// <summary>The compilation with the generated files.</summary>
    public CSharpCompilation Compilation { get; }

    /// <summary>The driver's own result.</summary>
    public GeneratorDriverRunResult Run { get; }

    /// <summary>The generated files, ordered by hint name.</summary>
    public ImmutableArray<GeneratedFile> Files { get; }

    /// <summary>The hint names, in order.</summary>
    public IEnumerable<string> Hints => Files.Select(static file => file.Hint);

    /// <summary>All files in one text, each under a line that names it: for comparing whole runs byte by byte.</summary>
    public string AllGeneratedText => string.Concat(Files.Select(static file => $"// ---- {file.Hint}\n{file.Text}"));

    /// <summary>The built assembly.</summary>
    public ImmutableArray<byte> Image => _image.Value;

    /// <summary>The text of the one file whose hint name contains the given part.</summary>
    public string Source(string hintPart) => File(hintPart).Text;

    /// <summary>The one file whose hint name contains the given part.</summary>
    public GeneratedFile File(string hintPart)
    {
        GeneratedFile[] matches = [.. Files.Where(file => file.Hint.Contains(hintPart, StringComparison.Ordinal))];
        return matches is [GeneratedFile file]
            ? file
            : throw new RoslynTestException($"{matches.Length} generated files have '{hintPart}' in their hint name. There are: {string.Join(", ", Hints)}.");
    }

    /// <summary>Whether a generated file has the given part in its hint name.</summary>
    public bool Has(string hintPart) => Files.Any(file => file.Hint.Contains(hintPart, StringComparison.Ordinal));

    private ImmutableArray<byte> Emit()
    {
        using var stream = new MemoryStream();
        var emitted = Compilation.Emit(stream);
        return emitted.Success
            ? [.. stream.ToArray()]
            : throw new RoslynTestException("The output cannot be built:\n" + DiagnosticText.List(emitted.Diagnostics.Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }
}
