using System.Text.RegularExpressions;

namespace Shop.Tests;

/// <summary>The guide to hosting shows no C# that is not compiled.</summary>
public sealed partial class HostingGuideTests
{
    private static readonly string s_repository = FindRepository();

    public static TheoryData<string> Blocks => new(
        CodeBlock().Matches(File.ReadAllText(Path.Combine(s_repository, "docs", "guides", "hosting.md"))).Select(match => match.Groups[1].Value));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_block_stands_in_a_compiled_file(string block)
    {
        var modules = Path.Combine(s_repository, "tests", "Modules");
        var files = Directory.EnumerateFiles(modules, "*.cs", SearchOption.AllDirectories).Select(file => Squeeze(File.ReadAllText(file)));

        Assert.Contains(files, file => file.Contains(Squeeze(block), StringComparison.Ordinal));
    }

    [Fact]
    public void Guide_has_code_blocks() => Assert.NotEmpty(Blocks);

    [GeneratedRegex("```csharp\r?\n(.*?)```", RegexOptions.Singleline)]
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
