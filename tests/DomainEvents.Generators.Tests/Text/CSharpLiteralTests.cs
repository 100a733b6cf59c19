using System.Globalization;
using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Tests.Text;

public sealed class CSharpLiteralTests
{
    [Theory]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("a\nb\u2028c", "\"a\\nb\\u2028c\"")]
    public void String_is_one_escaped_line(string value, string literal) => Assert.Equal(literal, CSharpLiteral.String(value));

    [Fact]
    public void String_of_half_a_character_is_escaped() => Assert.Equal("\"\\ud800\"", CSharpLiteral.String("\ud800"));

    [Theory]
    [InlineData("fi-FI")]
    [InlineData("fa-IR")]
    [InlineData("ar-SA")]
    public void Int32_has_the_minus_sign_of_C_sharp_under_every_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal("-1", CSharpLiteral.Int32(-1));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
