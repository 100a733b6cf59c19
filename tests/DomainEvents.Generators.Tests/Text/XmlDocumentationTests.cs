using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Tests.Text;

public sealed class XmlDocumentationTests
{
    [Theory]
    [InlineData("The id.", "The id.")]
    [InlineData("\n  The id\r\n  of <c>it</c>.\n", "The id of <c>it</c>.")]
    [InlineData("a < b", "a &lt; b")]
    [InlineData("R&D", "R&amp;D")]
    [InlineData("R&amp;D", "R&amp;D")]
    [InlineData("<see cref=\"X\"/>", "<see cref=\"X\"/>")]
    [InlineData("<b>", "&lt;b&gt;")]
    public void FromContent_is_well_formed_and_on_one_line(string content, string expected) =>
        Assert.Equal(expected, XmlDocumentation.FromContent(content));
}
