using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting.Tests;

public class SourceMarkupTests
{
    [Fact]
    public void Parse_nested_keyed_and_empty_spans_are_placed_in_the_clean_text()
    {
        MarkedSource marked = SourceMarkup.Parse("[|a{|X1:b[||]|}|]c{|#0:d|}$$e");

        Assert.Equal("abcde", marked.Text);
        Assert.Equal(
            [new MarkedSpan(null, TextSpan.FromBounds(0, 2)), new MarkedSpan("X1", TextSpan.FromBounds(1, 2)), new MarkedSpan(null, TextSpan.FromBounds(2, 2)), new MarkedSpan("#0", TextSpan.FromBounds(3, 4))],
            marked.Spans);
        Assert.Equal(4, marked.Caret);
    }

    [Theory]
    [InlineData("var x = $$\"\"\"{{y}}\"\"\";")]
    [InlineData("bool b = a || c; int[] d = [1, 2]; x |= y;")]
    public void Parse_source_that_only_looks_like_markup_stays(string source)
    {
        MarkedSource marked = SourceMarkup.Parse(source);

        Assert.Equal(source, marked.Text);
        Assert.Empty(marked.Spans);
        Assert.Null(marked.Caret);
    }

    [Theory]
    [InlineData("[|a")]
    [InlineData("a|]")]
    [InlineData("{|X1:a")]
    [InlineData("[|a|}")]
    [InlineData("{|X1:a|]")]
    [InlineData("$$a$$")]
    public void Parse_markup_that_does_not_balance_is_red(string source) => Assert.Throws<RoslynTestException>(() => SourceMarkup.Parse(source));
}
