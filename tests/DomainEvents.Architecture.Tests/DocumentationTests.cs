using System.Text.RegularExpressions;

namespace DomainEvents.Architecture.Tests;

public partial class DocumentationTests
{
    public static TheoryData<string> Pages() => new(Directory
        .EnumerateFiles(Repository.Root, "*.md", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or "node_modules")));

    [Theory]
    [MemberData(nameof(Pages))]
    public void Page_links_lead_somewhere(string page)
    {
        var folder = Path.GetDirectoryName(Path.Combine(Repository.Root, page))!;
        var broken = Link().Matches(File.ReadAllText(Path.Combine(Repository.Root, page)))
            .Select(match => match.Groups["target"].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith('#'))
            .Where(target => !Path.Exists(Path.Combine(folder, target.Split('#')[0])));

        Assert.Empty(broken);
    }

    [Fact]
    public void Readme_quotes_the_quick_start_sample()
    {
        var sample = File.ReadAllText(Path.Combine(Repository.Root, "samples/QuickStart/Program.cs"));

        Assert.Contains("```csharp\n" + sample + "```", File.ReadAllText(Path.Combine(Repository.Root, "README.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Solution_holds_every_project()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "DomainEvents.Generators.sln")).Replace('\\', '/');
        var missing = Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts"))

            // Consumers of the packages, built by a test.
            .Where(file => !file.StartsWith("tests/DomainEvents.Package.Tests/Clients/", StringComparison.Ordinal))
            .Where(file => !solution.Contains('"' + file + '"', StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [GeneratedRegex(@"(?<!!)\[[^\]]*\]\((?<target>[^)\s]+)\)")]
    private static partial Regex Link();
}
