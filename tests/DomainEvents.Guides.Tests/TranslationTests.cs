using System.Text.RegularExpressions;

namespace DomainEvents.Guides.Tests;

/// <summary>The troubleshooting guide says the same in both languages, and neither is a copy of the other.</summary>
public sealed partial class TranslationTests
{
    private static readonly string s_english = GuideText.Read("troubleshooting.md");
    private static readonly string s_korean = GuideText.Read("troubleshooting.ko.md");

    public static TheoryData<int> Problems => [.. Enumerable.Range(1, 11)];

    [Fact]
    public void Headings_correspond() => Assert.Equal(Numbers(s_english), Numbers(s_korean));

    [Fact]
    public void Code_blocks_are_the_same() => Assert.Equal(All(Block(), s_english), All(Block(), s_korean));

    [Theory]
    [MemberData(nameof(Problems))]
    public void Problem_has_the_same_parts_rules_and_names_in_both_languages(int number)
    {
        string english = Section(s_english, number);
        string korean = Section(s_korean, number);

        Assert.Equal(["**Symptom.**", "**See it here.**", "**Solved.**"], All(Label(), english));
        Assert.Equal(["**증상.**", "**여기서 보는 법.**", "**해결.**"], All(Label(), korean));
        Assert.Equal(All(Target(), english).Order(StringComparer.Ordinal), All(Target(), korean).Order(StringComparer.Ordinal));
        Assert.Equal(All(Name(), english).Distinct().Order(StringComparer.Ordinal), All(Name(), korean).Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Problems))]
    public void Problem_is_translated(int number)
    {
        string[] paragraphs = [.. Block().Replace(Section(s_korean, number), "").Split('\n').Where(static line => line.Trim().Length > 0)];

        Assert.All(paragraphs, static paragraph => Assert.Matches(@"\p{IsHangulSyllables}{2}", paragraph));
        Assert.All(paragraphs, static paragraph => Assert.DoesNotContain(paragraph, s_english, StringComparison.Ordinal));
        Assert.DoesNotMatch(@"\p{IsHangulSyllables}", Section(s_english, number));
    }

    private static string Section(string guide, int number)
    {
        int start = guide.IndexOf($"\n## {number}. ", StringComparison.Ordinal);
        Assert.True(start >= 0, $"there is no problem {number}");
        int end = guide.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? guide[start..] : guide[start..end];
    }

    private static string[] Numbers(string guide) => All(Heading(), Block().Replace(guide, ""));

    private static string[] All(Regex pattern, string text) => [.. pattern.Matches(text).Select(static match => match.Value)];

    [GeneratedRegex(@"^#+ (\d+\.)?", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^\*\*.+?\*\*", RegexOptions.Multiline)]
    private static partial Regex Label();

    [GeneratedRegex(@"(?<=\]\()[^)]+")]
    private static partial Regex Target();

    [GeneratedRegex("(?<=[^`])`[^`\n]+`(?=[^`])")]
    private static partial Regex Name();
}
