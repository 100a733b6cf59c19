using System.Text.RegularExpressions;

namespace DomainEvents.Guides.Tests;

/// <summary>The guides show no C# that is not compiled here.</summary>
public sealed partial class GuideTests
{
    private static readonly string s_repository = FindRepository();

    private static readonly string[] s_guides =
    [
        "guides/background-and-batches.md",
        "guides/filters.md",
        "guides/pooling.md",
        "guides/subscriptions.md",
        "guides/testing.md",
        "guides/tracing-and-metrics.md",
        "troubleshooting.md",
        "troubleshooting.ko.md",
    ];

    public static TheoryData<string, string> Blocks => new(s_guides.SelectMany(guide => BlocksOf(guide).Select(block => (guide, block))));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_block_stands_in_a_compiled_file(string guide, string block)
    {
        var folder = Path.Combine(s_repository, "tests", "DomainEvents.Guides.Tests");
        var files = Directory.EnumerateFiles(folder, "*.cs").Select(file => Squeeze(File.ReadAllText(file)));

        Assert.True(files.Any(file => file.Contains(Squeeze(block), StringComparison.Ordinal)), $"docs/{guide} shows code that no file of {folder} contains:\n{block}");
    }

    [Fact]
    public void Guides_have_code_blocks() => Assert.All(s_guides, static guide => Assert.NotEmpty(BlocksOf(guide)));

    /// <summary>A guide as it is written, with line feeds.</summary>
    internal static string TextOf(string guide) => File.ReadAllText(Path.Combine(s_repository, "docs", guide)).ReplaceLineEndings("\n");

    private static IEnumerable<string> BlocksOf(string guide) => CodeBlock().Matches(TextOf(guide)).Select(static match => match.Groups[1].Value);

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();

    private static string Squeeze(string text) => WhiteSpace().Replace(text, " ").Trim();

    [GeneratedRegex("\\s+")]
    private static partial Regex WhiteSpace();

    private static string FindRepository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory.FullName, "DomainEvents.Generators.sln")))
        {
            directory = directory.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return directory.FullName;
    }
}
