using DomainEvents.Generators.Text;

namespace DomainEvents.Generators.Tests.Text;

public sealed class CSharpIdentifierTests
{
    [Theory]
    [InlineData("StrategyId", "strategyId")]
    [InlineData("ID", "id")]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("X", "x")]
    [InlineData("XY1", "xy1")]
    [InlineData("URL_Path", "url_Path")]
    [InlineData("Event", "event")]
    [InlineData("already", "already")]
    [InlineData("_Name", "_Name")]
    [InlineData("Ünit", "ünit")]
    [InlineData("", "")]
    public void ToCamelCase_of_a_property_name_is_the_parameter_name(string property, string parameter) =>
        Assert.Equal(parameter, CSharpIdentifier.ToCamelCase(property));

    [Fact]
    public void ToCamelCase_under_a_Turkish_culture_is_the_same()
    {
        var before = Thread.CurrentThread.CurrentCulture;
        try
        {
            Thread.CurrentThread.CurrentCulture = new System.Globalization.CultureInfo("tr-TR");
            Assert.Equal("id", CSharpIdentifier.ToCamelCase("ID"));
        }
        finally
        {
            Thread.CurrentThread.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("event", "@event")]
    [InlineData("class", "@class")]
    [InlineData("await", "@await")]
    [InlineData("field", "@field")]
    [InlineData("from", "from")]
    [InlineData("value", "value")]
    [InlineData("strategyId", "strategyId")]
    public void Escape_adds_an_at_sign_only_where_a_member_needs_it(string name, string identifier) =>
        Assert.Equal(identifier, CSharpIdentifier.Escape(name));

    [Theory]
    [InlineData("record", "@record")]
    [InlineData("required", "@required")]
    [InlineData("event", "@event")]
    [InlineData("Created", "Created")]
    public void EscapeType_adds_an_at_sign_for_contextual_keywords_too(string name, string identifier) =>
        Assert.Equal(identifier, CSharpIdentifier.EscapeType(name));

    [Theory]
    [InlineData("payment_intent", "payment_intent")]
    [InlineData("2fa", "_2fa")]
    [InlineData("my-app", "my_app")]
    [InlineData("-app", "_app")]
    [InlineData("", "_")]
    [InlineData("a b", "a_b")]
    [InlineData("zero\u200Dwidth", "zerowidth")]
    public void FromText_of_any_text_is_a_valid_identifier(string text, string identifier) =>
        Assert.Equal(identifier, CSharpIdentifier.FromText(text));

    [Theory]
    [InlineData("Acme.Trading", "Acme.Trading")]
    [InlineData("My App-1.2", "My_App_1._2")]
    [InlineData("class.event", "@class.@event")]
    [InlineData("..A..", "A")]
    [InlineData("東京.注文", "東京.注文")]
    [InlineData("@class", "@class")]
    [InlineData("", "")]
    public void NamespaceFromText_of_an_assembly_name_is_a_valid_namespace(string text, string @namespace) =>
        Assert.Equal(@namespace, CSharpIdentifier.NamespaceFromText(text));
}
