using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>A rule is done when descriptor, texts, release note, page, tests and, where the page says so, fix exist and agree.</summary>
public partial class RuleCatalogueTests
{
    private static readonly CultureInfo s_korean = CultureInfo.GetCultureInfo("ko");

    // What these report is fixed in a project file, by a name of one's own, or by taking a decision that no text tells.
    private static readonly string[] s_withoutFix =
    [
        "DEVT1005", "DEVT1006", "DEVT1007", "DEVT1008", "DEVT1009", "DEVT1107", "DEVT1303", "DEVT1310", "DEVT1311", "DEVT1312", "DEVT1421",
        "DEVT1422", "DEVT1423",
    ];

    public static TheoryData<string> Ids => Rule.Ids;

    public static TheoryData<string> RuleTexts => new(Keys(Texts.Manager));

    public static TheoryData<string> FixTitles => new(Keys(CodeFixes.FixTexts.Manager));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_a_descriptor_with_a_link_to_its_page(string id)
    {
        DiagnosticDescriptor descriptor = Assert.IsType<DiagnosticDescriptor>(Rule.Of(id).Descriptor);

        Assert.EndsWith($"/docs/rules/{id}.md", descriptor.HelpLinkUri, StringComparison.Ordinal);
        Assert.True(descriptor.IsEnabledByDefault);
        Assert.StartsWith("DomainEvents.", descriptor.Category, StringComparison.Ordinal);
    }

    [Fact]
    public void Rule_ids_are_unique_and_of_one_form()
    {
        string[] ids = [.. Rule.All.Select(static rule => rule.Id)];

        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);
        Assert.All(ids, static id => Assert.Matches(@"\ADEVT1[0-9]{3}\z", id));
        Assert.Equal(
            ids.Order(StringComparer.Ordinal),
            Setups.AllAnalyzers.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static rule => rule.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_its_texts(string id) => Assert.All(
        (string[])[id + "_Title", id + "_Message", id + "_Description"],
        static key => Assert.False(string.IsNullOrWhiteSpace(Text(Texts.Manager, key, CultureInfo.InvariantCulture)), key));

    [Theory]
    [MemberData(nameof(RuleTexts))]
    public void Text_is_translated(string key) => AssertTranslated(Texts.Manager, key);

    [Theory]
    [MemberData(nameof(FixTitles))]
    public void Title_of_a_fix_is_translated(string key) => AssertTranslated(CodeFixes.FixTexts.Manager, key);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Title_and_description_of_a_rule_read_as_such(string id)
    {
        string title = Text(Texts.Manager, id + "_Title", CultureInfo.InvariantCulture);

        Assert.False(title.EndsWith('.'), "A title has no full stop.");
        Assert.DoesNotContain("{", title, StringComparison.Ordinal);
        Assert.EndsWith(".", Text(Texts.Manager, id + "_Description", CultureInfo.InvariantCulture), StringComparison.Ordinal);
        Assert.False(Text(Texts.Manager, id + "_Message", CultureInfo.InvariantCulture).EndsWith('.'), "A message has no full stop.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_stands_in_the_release_notes(string id)
    {
        Rule rule = Rule.Of(id);
        string line = $"{id} | {rule.Descriptor!.Category} | {rule.Descriptor.DefaultSeverity} | {rule.Analyzer!.GetType().Name}";

        Assert.Single(
            Repository.Read("analyzers/DomainEvents.Analyzers/AnalyzerReleases.Unshipped.md").Split('\n')
                .Concat(Repository.Read("analyzers/DomainEvents.Analyzers/AnalyzerReleases.Shipped.md").Split('\n')),
            line);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_says_what_the_descriptor_says(string id)
    {
        DiagnosticDescriptor descriptor = Rule.Of(id).Descriptor!;
        string[] lines = Rule.Of(id).Page.Split('\n');

        Assert.Equal($"# {id}: {descriptor.Title.ToString(CultureInfo.InvariantCulture)}", lines[0]);
        Assert.StartsWith($"{descriptor.DefaultSeverity}. Category `{descriptor.Category}`.", lines[2], StringComparison.Ordinal);
        Assert.All(
            (string[])["**What is wrong.**", "**Why it matters.**", "Wrong:", "Right:", "**When to suppress.**"],
            part => Assert.Contains(lines, line => line.StartsWith(part, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Page_promises_a_fix_where_there_is_one(string id)
    {
        bool isFixed = Setups.AllFixes.Any(fix => fix.FixableDiagnosticIds.Contains(id));

        Assert.Equal(isFixed, Rule.Of(id).Page.Split('\n')[2].EndsWith(" Has a fix.", StringComparison.Ordinal));
        Assert.Equal(isFixed, Rule.Of(id).Page.Contains("\n**The fix** ", StringComparison.Ordinal));
    }

    [Fact]
    public void Index_lists_every_rule() => Assert.Equal(
        Rule.All.Select(static rule =>
            $"| [{rule.Id}]({rule.Id}.md) | {rule.Descriptor!.Title.ToString(CultureInfo.InvariantCulture)} | {rule.Descriptor.DefaultSeverity} |"
            + (Setups.AllFixes.Any(fix => fix.FixableDiagnosticIds.Contains(rule.Id)) ? " yes |" : " |")),
        Repository.Read("docs/rules/README.md").Split('\n').Where(static line => line.StartsWith("| [DEVT", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Analyzer_of_a_rule_has_a_test_class(string id)
    {
        string name = Rule.Of(id).Analyzer!.GetType().Name.Replace("Analyzer", "Tests", StringComparison.Ordinal);
        Type tests = Assert.Single(typeof(RuleCatalogueTests).Assembly.GetTypes(), type => type.Name == name);

        Assert.Contains(tests.GetMethods(), static method => method.GetCustomAttributes<FactAttribute>().Any());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Rule_has_three_reporting_and_five_silent_cases(string id)
    {
        var tests = new RuleTests(Rule.Of(id));

        Assert.True(tests is { Reporting: >= 3, Silent: >= 5 }, $"{tests.Reporting} reporting, {tests.Silent} silent.");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Fix_of_a_rule_is_tested_and_so_is_fixing_all(string id)
    {
        var tests = new RuleTests(Rule.Of(id));

        Assert.All(Setups.AllFixes.Where(fix => fix.FixableDiagnosticIds.Contains(id)), fix =>
        {
            Assert.True(tests.HasFixTest(fix.GetType()), $"{fix.GetType().Name} has no fix test.");
            Assert.True(fix.GetFixAllProvider() is null || tests.HasFixAllTest(fix.GetType()), $"{fix.GetType().Name} has no test of fixing all.");
        });
    }

    [Fact]
    public void Rule_has_a_fix_unless_none_can_be_sure_to_work() => Assert.Equal(
        s_withoutFix,
        Rule.All.Select(static rule => rule.Id).Where(static id => !Setups.AllFixes.Any(fix => fix.FixableDiagnosticIds.Contains(id))));

    [Fact]
    public void Fix_fixes_rules_that_exist_and_says_how_to_fix_all() => Assert.All(Setups.AllFixes, static fix =>
    {
        Assert.Subset(Rule.All.Select(static rule => rule.Id).ToHashSet(), fix.FixableDiagnosticIds.ToHashSet());
        if (fix.GetFixAllProvider() is null)
        {
            Assert.All(fix.FixableDiagnosticIds, static id => Assert.Contains("one at a time", Rule.Of(id).Page, StringComparison.Ordinal));
        }
    });

    private static void AssertTranslated(ResourceManager manager, string key)
    {
        string english = Text(manager, key, CultureInfo.InvariantCulture);
        string korean = Text(manager, key, s_korean);

        Assert.NotEqual(english, korean);
        Assert.Matches("[가-힣]", korean);
        Assert.Equal(Placeholders(english), Placeholders(korean));
    }

    private static string Text(ResourceManager manager, string key, CultureInfo culture) =>
        manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?.GetString(key)
        ?? throw new InvalidOperationException($"'{key}' is missing in '{culture.Name}'.");

    private static IEnumerable<string> Keys(ResourceManager manager) => ((CultureInfo[])[CultureInfo.InvariantCulture, s_korean])
        .SelectMany(culture => manager.GetResourceSet(culture, createIfNotExists: true, tryParents: false)!.Cast<System.Collections.DictionaryEntry>())
        .Select(static entry => (string)entry.Key)
        .Distinct()
        .Order(StringComparer.Ordinal);

    private static IEnumerable<string> Placeholders(string text) =>
        Placeholder().Matches(text).Select(static match => match.Value).Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\{[0-9]+\}")]
    private static partial Regex Placeholder();
}
