using System.Text.RegularExpressions;

namespace DomainEvents.Guides.Tests;

/// <summary>The guides as they are written, and the code in them. Compiled into every test project that holds code of a guide.</summary>
internal static partial class GuideText
{
    private static readonly string s_repository = FindRepository();

    /// <summary>A guide, by its path from the folder docs, with line feeds.</summary>
    public static string Read(string guide) => File.ReadAllText(Path.Combine(s_repository, "docs", guide)).ReplaceLineEndings("\n");

    /// <summary>Every guide in the folder of guides, by its path from the folder docs.</summary>
    public static IEnumerable<string> All() => Directory
        .EnumerateFiles(Path.Combine(s_repository, "docs", "guides"), "*.md")
        .Select(static file => $"guides/{Path.GetFileName(file)}");

    /// <summary>The C# in a guide, a text a block.</summary>
    public static IEnumerable<string> BlocksOf(string guide) => CodeBlock().Matches(Read(guide)).Select(static match => match.Groups[1].Value);

    /// <summary>Whether code stands in a file of a folder of the tests, whatever its white space.</summary>
    public static bool IsCompiledIn(string folder, string block) => Directory
        .EnumerateFiles(Path.Combine(s_repository, "tests", folder), "*.cs")
        .Any(file => Squeeze(File.ReadAllText(file)).Contains(Squeeze(block), StringComparison.Ordinal));

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
