using DomainEvents.Generators.Equality;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Tests.Text;

public sealed class HintNameTests
{
    [Fact]
    public void Create_of_names_that_differ_in_case_alone_differs_ignoring_case()
    {
        var upper = HintName.Create("Order", "Shop.Order`0");
        var lower = HintName.Create("order", "Shop.order`0");

        Assert.NotEqual(upper, lower, StringComparer.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("Created")]
    [InlineData("注文")]
    [InlineData("a<b>:c?d@e/f")]
    [InlineData("")]
    public void Create_of_any_name_keeps_to_the_alphabet(string readable) =>
        Assert.Matches("^[A-Za-z0-9._-]+$", HintName.Create(readable, "key"));

    [Fact]
    public void Create_of_a_long_name_keeps_to_the_limit_and_to_the_whole_key()
    {
        var name = new string('A', 300);

        var hint = HintName.Create(name, name + "1");

        Assert.Equal(HintName.MaxLength, hint.Length);
        Assert.NotEqual(HintName.Create(name, name + "2"), hint);
        Assert.EndsWith(".g.cs", hint, StringComparison.Ordinal);
    }

    [Fact]
    public void Create_is_the_same_in_every_process() =>
        Assert.Equal("StrategyCreated.5a2c9d89.g.cs", HintName.Create("StrategyCreated", "Shop.StrategyCreated`0"));

    [Fact]
    public void StableHash_of_a_text_in_two_pieces_is_that_of_the_whole() =>
        Assert.Equal(StableHash.Compute("strategy.created"), StableHash.Combine(StableHash.Compute("strategy."), "created"));
}
