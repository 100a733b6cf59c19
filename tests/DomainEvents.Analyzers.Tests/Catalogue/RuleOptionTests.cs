using DomainEvents.Analyzers.Options;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The options of rules in <c>.editorconfig</c>: each stands on the page of its rule and in the index.</summary>
public class RuleOptionTests
{
    public static TheoryData<string, string> Options
    {
        get
        {
            var options = new TheoryData<string, string>();
            foreach ((string id, string name) in RuleOptions.All)
            {
                options.Add(id, name);
            }

            return options;
        }
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Page_of_the_rule_names_its_option(string id, string name) =>
        Assert.Contains($"dotnet_code_quality.{id}.{name} = ", Rule.Of(id).Page, StringComparison.Ordinal);

    [Fact]
    public void Index_lists_every_option() => Assert.Equal(
        RuleOptions.All.Select(static option => $"| `dotnet_code_quality.{option.RuleId}.{option.Name}` |"),
        Repository.Read("docs/rules/README.md").Split('\n')
            .Where(static line => line.StartsWith("| `dotnet_code_quality.", StringComparison.Ordinal))
            .Select(static line => line[..(line.IndexOf("` |", StringComparison.Ordinal) + 3)]));
}
