using System.Globalization;
using DomainEvents.Generators.Naming;
using DomainEvents.Naming;
using FsCheck;
using FsCheck.Fluent;

namespace DomainEvents.Generators.Tests.Naming;

public class EventNameInferencePropertyTests
{
    private static readonly string[] Parts =
    [
        "Order", "User", "Feed", "Data", "Set", "Read", "Created", "Sent", "Not", "Was", "Been", "Can", "Be", "To", "In", "Up", "And", "Ly", "Early",
        "Closing", "Meeting", "Ready", "Event", "Domain", "Message", "Args", "V2", "V0", "A", "I", "ID", "IDs", "HTTP", "2", "2FA", "_", "@", "é", "İ",
        "ı", "\u0301", "\ud83d\ude00", "on", "before", "create", "Left", "Bound", "Failed", "Login",
    ];

    private static readonly Gen<string> Names = Gen.Elements(Parts).ListOf().Select(static parts => string.Concat(parts));

    [Fact]
    public void Inferred_name_is_always_valid_and_never_throws() =>
        Check(static (typeName, containers, namespaceName) =>
        {
            var name = EventNameInference.Infer(typeName, containers, namespaceName);

            Assert.Equal(name.EventType is null, name.Rule == NameRule.None);
            Assert.True(name.EventType is null || EventTypeGrammar.IsValid(name.EventType), name.EventType);
            Assert.False(name.IsSure && name.EventType is null);
            Assert.Contains(name.ConstantName, typeName, StringComparison.Ordinal);
            Assert.Equal(name.ConstantName, EventNameInference.ConstantName(typeName));
        });

    [Fact]
    public void Any_text_at_all_is_answered()
    {
        var text = ArbMap.Default.GeneratorFor<string>();
        Prop.ForAll(Arb.From(text), static text => EventNameInference.Infer(text, text, text).EventType is not { } name || EventTypeGrammar.IsValid(name))
            .QuickCheckThrowOnFailure();
    }

    [Fact]
    public void Suffix_changes_neither_name_nor_constant() =>
        Check(static (typeName, containers, namespaceName) =>
        {
            var bare = EventNameInference.Infer("Box" + typeName + "Shipped", containers, namespaceName);
            var suffixed = EventNameInference.Infer("Box" + typeName + "ShippedIntegrationEvent", containers, namespaceName);

            Assert.Equal(bare, suffixed);
        });

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("az")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    public void Inference_does_not_depend_on_the_culture(string culture)
    {
        var expected = InferAll();
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);

            Assert.Equal(expected, InferAll());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static List<InferredName> InferAll() =>
    [
        .. NameTable.Given.Concat(NameTable.HeldOut).Select(static row => row.Inferred),
        EventNameInference.Infer("INVOICE_ISSUED", null, ""),
        EventNameInference.Infer("InvoiceISSUEDV12", "IItems", "BILLING.ITEMS"),
        EventNameInference.Infer("Issued", "", "INVOICING.ITEMS"),
    ];

    private static void Check(Action<string, string, string> assertion) =>
        Prop.ForAll(Arb.From(Names), Arb.From(Names), Arb.From(Names), assertion).QuickCheckThrowOnFailure();
}
