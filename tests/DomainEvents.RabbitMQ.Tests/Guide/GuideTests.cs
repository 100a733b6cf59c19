using DomainEvents.Guides.Tests;
using DomainEvents.Persistence;
using Microsoft.Extensions.DependencyInjection;

namespace Shop;

/// <summary>The guides to the outbox show no C# that is not compiled here, and what they show is run where a server can be had.</summary>
public sealed class GuideTests
{
    private static readonly string[] s_guides = ["guides/operations.md", "guides/outbox.md", "guides/scaling-out.md"];

    public static TheoryData<string, string> Blocks => new(s_guides.SelectMany(guide => GuideText.BlocksOf(guide).Select(block => (guide, block))));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void Code_block_stands_in_a_compiled_file(string guide, string block) =>
        Assert.True(GuideText.IsCompiledIn("DomainEvents.RabbitMQ.Tests/Guide", block), $"docs/{guide} shows code that no file of this project contains:\n{block}");

    [Fact]
    public void Guides_have_code_blocks() => Assert.All(s_guides, static guide => Assert.NotEmpty(GuideText.BlocksOf(guide)));

    [Fact]
    public void Applications_of_the_guides_are_put_together_without_a_server()
    {
        using var oneMachine = Hosts.CreateOneMachine();
        using var oneDatabase = Hosts.CreateOneDatabase();

        Assert.All([oneMachine, oneDatabase], static host => Assert.NotNull(host.Services.GetRequiredService<IOutboxStore>()));
    }
}
