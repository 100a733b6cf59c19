using System.Collections.Immutable;
using System.Text.RegularExpressions;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The code on the pages: what is called wrong is reported, what is called right compiles and displeases no rule.</summary>
public partial class RulePageTests
{
    public static TheoryData<string> Ids => Rule.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Wrong_code_is_reported_and_right_code_is_not(string id)
    {
        (string Heading, string Language, string Code)[] blocks = [.. Block().Matches(Rule.Of(id).Page)
            .Select(static match => (match.Groups["heading"].Value, match.Groups["language"].Value, match.Groups["code"].Value))];
        Assert.Contains("Wrong", blocks.Select(static block => block.Heading));
        Assert.True(blocks.Length >= 2);

        // What stands in a project file is tested by the rule's own tests.
        foreach ((string heading, _, string code) in blocks.Where(static block => block.Language == "csharp"))
        {
            AnalyzerSetup setup = Setups.ForAll();
            TestProject project = WithAlias(setup.ProjectOf(code));
            ImmutableArray<Diagnostic> found = await AnalyzerRunner.AnalyzeAsync(setup, project);
            if (heading == "Wrong")
            {
                Assert.Contains(id, found.Select(static diagnostic => diagnostic.Id));
            }
            else
            {
                Assert.Empty(found);
                GeneratorRunner.Run([.. setup.Generators], project);
            }
        }
    }

    private static TestProject WithAlias(TestProject project) => project.WithLibrary(
        GeneratorRunner.Run(
            [],
            TestProject.Create("namespace Core { public class Money; public class Message { public required Money Price { get; init; } } }"),
            GeneratorChecks.None),
        externAlias: "core");

    [GeneratedRegex(@"^(?<heading>Wrong|Right|or)[^\n]*:\n\n```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
