using System.Globalization;
using System.Text.RegularExpressions;
using DomainEvents.Naming;
using FsCheck;
using FsCheck.Fluent;

namespace DomainEvents.Tests.Naming;

public class EventTypeGrammarPropertyTests
{
    // The grammar said once more, in another way.
    private static readonly Regex Grammar = new(
        @"\A(?=[^.]*[a-z])[a-z0-9]+(_[a-z0-9]+)*(\.(?=[^.]*[a-z])[a-z0-9]+(_[a-z0-9]+)*)+\z", RegexOptions.CultureInvariant);

    private static readonly Gen<string> NearNames =
        Gen.Elements("a", "b2", "7", "_", ".", ".", "Ab", "ID", "order", "Created", " ", "-", "/", "é", "\ud83d", "in").ListOf().Select(static parts => string.Concat(parts));

    private static readonly Gen<string> AnyText = ArbMap.Default.GeneratorFor<string>();

    [Fact]
    public void Validity_agrees_with_the_grammar_as_an_expression() =>
        Check(static text => EventTypeGrammar.IsValid(text) == (text is { Length: <= EventTypeGrammar.MaxLength } && Grammar.IsMatch(text)));

    [Fact]
    public void Suggestion_is_valid_and_suggests_itself() =>
        Check(static text => EventTypeGrammar.Suggest(text) is not { } suggestion
            || (EventTypeGrammar.IsValid(suggestion) && EventTypeGrammar.Suggest(suggestion) == suggestion));

    [Fact]
    public void Valid_names_are_valid_external_names() =>
        Check(static text => !EventTypeGrammar.IsValid(text) || EventTypeGrammar.IsValidExternal(text));

    [Fact]
    public void Segments_written_in_pascal_case_come_back() =>
        Prop.ForAll(
            Arb.From(Gen.Elements("order", "payment_intent", "user", "logged_in", "line_item").NonEmptyListOf().Where(static segments => segments.Count is > 1 and < 15)),
            static segments =>
            {
                var eventType = string.Join('.', segments);
                return EventTypeGrammar.Suggest(Regex.Replace(eventType, "(^|_|(?<=\\.))([a-z])", static match => match.Groups[2].Value.ToUpperInvariant())) == eventType;
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Grammar_does_not_depend_on_the_culture(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal("invoice_item.issued", EventTypeGrammar.Suggest("INVOICE_ITEM.ISSUED"));
            Assert.True(EventTypeGrammar.IsValid("invoice_item.issued"));
            Assert.False(EventTypeGrammar.IsValid("ınvoice.issued"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Check(Func<string, bool> property)
    {
        Prop.ForAll(Arb.From(NearNames), property).QuickCheckThrowOnFailure();
        Prop.ForAll(Arb.From(AnyText), property).QuickCheckThrowOnFailure();
    }
}
