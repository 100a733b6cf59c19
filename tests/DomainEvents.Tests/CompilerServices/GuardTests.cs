using System.Collections.Immutable;
using DomainEvents.CompilerServices;

namespace DomainEvents.Tests.CompilerServices;

public sealed class GuardTests
{
    [Fact]
    public void Required_refuses_null_and_names_parameter_and_event()
    {
        var thrown = Assert.Throws<ArgumentNullException>(() => Guard.Required((string?)null, "memo", "Shop.Created"));

        Assert.Equal("memo", thrown.ParamName);
        Assert.Contains("'memo'", thrown.Message);
        Assert.Contains("Shop.Created", thrown.Message);
        Assert.Throws<ArgumentNullException>(() => Guard.Required<object>(null!, "value", "Shop.Created"));
        Assert.Throws<ArgumentNullException>(() => Guard.Required<List<int>>(null!, "value", "Shop.Created"));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n\u00A0")]
    public void Required_refuses_blank_text_where_NotNull_lets_it_pass(string blank)
    {
        var thrown = Assert.Throws<ArgumentException>(() => Guard.Required(blank, "memo", "Shop.Created"));

        Assert.Equal("memo", thrown.ParamName);
        Assert.Contains("Shop.Created", thrown.Message);
        Assert.Same(blank, Guard.NotNull(blank, "memo", "Shop.Created"));
        Assert.Throws<ArgumentException>(() => Guard.NotDefault(blank, "memo", "Shop.Created"));
    }

    [Fact]
    public void NotNull_refuses_null()
    {
        Assert.Throws<ArgumentNullException>(() => Guard.NotNull((string?)null, "memo", "Shop.Created"));
        Assert.Throws<ArgumentNullException>(() => Guard.NotNull<object>(null!, "memo", "Shop.Created"));
        Assert.Throws<ArgumentNullException>(() => Guard.NotNull(default(ImmutableArray<int>), "memo", "Shop.Created"));
    }

    [Fact]
    public void Required_lets_values_and_optional_values_pass()
    {
        Assert.Equal(0, Guard.Required(0, "value", "Shop.Created"));
        Assert.Equal(Guid.Empty, Guard.Required(Guid.Empty, "value", "Shop.Created"));
        Assert.Null(Guard.Required((int?)null, "value", "Shop.Created"));
        Assert.Null(Guard.NotNull((int?)null, "value", "Shop.Created"));
        Assert.Equal("text", Guard.Required("text", "value", "Shop.Created"));
    }

    [Fact]
    public void Required_refuses_a_default_immutable_array_and_lets_an_empty_one_pass()
    {
        Assert.Equal("lines", Assert.Throws<ArgumentNullException>(() => Guard.Required(default(ImmutableArray<int>), "lines", "Shop.Created")).ParamName);
        Assert.Empty(Guard.Required(ImmutableArray<int>.Empty, "lines", "Shop.Created"));
    }

    [Fact]
    public void NotDefault_refuses_the_default_of_the_type()
    {
        Assert.Equal("id", Assert.Throws<ArgumentException>(() => Guard.NotDefault(Guid.Empty, "id", "Shop.Created")).ParamName);
        Assert.Throws<ArgumentException>(() => Guard.NotDefault(default(DateTimeOffset), "at", "Shop.Created"));
        Assert.Throws<ArgumentException>(() => Guard.NotDefault(default(StrategyId), "id", "Shop.Created"));
        Assert.Throws<ArgumentException>(() => Guard.NotDefault((Guid?)Guid.Empty, "id", "Shop.Created"));
        Assert.Throws<ArgumentNullException>(() => Guard.NotDefault<object>(null!, "id", "Shop.Created"));
        Assert.Null(Guard.NotDefault((Guid?)null, "id", "Shop.Created"));
        Assert.Equal(new StrategyId(1), Guard.NotDefault(new StrategyId(1), "id", "Shop.Created"));
    }

    private readonly record struct StrategyId(int Value);
}
