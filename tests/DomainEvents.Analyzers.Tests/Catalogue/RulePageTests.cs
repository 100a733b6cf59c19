using System.Collections.Immutable;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The code on the pages: what is called wrong is reported, what is called right compiles and displeases no rule.</summary>
public class RulePageTests
{
    public static TheoryData<string> Ids => Rule.Ids;

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Wrong_code_is_reported_and_right_code_is_not(string id)
    {
        IReadOnlyList<(string Heading, string Language, string Code)> blocks = RulePage.Of(id).Blocks;
        Assert.Contains("Wrong", blocks.Select(static block => block.Heading));
        Assert.True(blocks.Count >= 2);

        // What stands in a project file is tested by the rule's own tests.
        foreach ((string heading, _, string code) in blocks.Where(static block => block.Language == "csharp"))
        {
            AnalyzerSetup setup = RulePage.Setup(AnalyzerSetup.For(Setups.ForAllBare().Analyzers.Append(Rule.Of(id).Analyzer!).Distinct()), id);
            TestProject project = setup.ProjectOf(code);
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
}
