namespace DomainEvents.Guides.Tests;

/// <summary>The guides show no C# that is not compiled here. Those of units of work and of the outbox are in projects that run them.</summary>
public sealed class GuideTests
{
    private static readonly string[] s_guides =
    [
        "guides/background-and-batches.md",
        "guides/filters.md",
        "guides/json.md",
        "guides/pooling.md",
        "guides/subscriptions.md",
        "guides/testing.md",
        "guides/tracing-and-metrics.md",
        "troubleshooting.md",
        "troubleshooting.ko.md",
    ];

    public static TheoryData<string, string> Blocks => new(s_guides.SelectMany(guide => GuideText.BlocksOf(guide).Select(block => (guide, block))));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_block_stands_in_a_compiled_file(string guide, string block) =>
        Assert.True(GuideText.IsCompiledIn("DomainEvents.Guides.Tests", block), $"docs/{guide} shows code that no file of this project contains:\n{block}");

    [Fact]
    public void Guides_have_code_blocks() => Assert.All(s_guides, static guide => Assert.NotEmpty(GuideText.BlocksOf(guide)));
}
