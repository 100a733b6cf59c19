using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnguardedInitTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced { public IReadOnlyList<int> {|DEVT1206:Lines|} { get; init; } public int Count { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [NotDefault] public Guid {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public required string {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public System.Collections.Immutable.ImmutableArray<int> {|DEVT1206:Lines|} { get; init; } }")]
    [InlineData("[DomainEvent] public partial class Changed<T> where T : class { [AllowBlank] public string {|DEVT1206:Memo|} { get; init; } public T {|DEVT1206:Value|} { get; init; } }")]
    public Task Checked_property_with_an_init_accessor_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnguardedInitAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string OrderId);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string? Note { get; init; } public Guid Id { get; init; } public int? Count { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string Memo { get; init; } = \"\"; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [System.Diagnostics.CodeAnalysis.AllowNull] public string OrderId { get; init; } }")]
    [InlineData("[DomainEvent(GenerateConstructor = false)] public partial class OrderPlaced { public required string OrderId { get; init; } }")]
    [InlineData("[DomainEvent] public partial class Changed<T> { public T Value { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; private init; } public string Carrier { get; private set; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public partial string OrderId { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { private readonly string _id = \"A-1\"; public int Count { get; } public string OrderId { get => _id; init => _id = value.Trim(); } }")]
    [InlineData("public class Order { public required string Id { get; init; } }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnguardedInitAnalyzer>(), source);

    [Fact]
    public Task Message_names_the_property() => AnalyzerRunner.VerifyAsync(
        Setups.For<UnguardedInitAnalyzer>(),
        "[DomainEvent] public partial class OrderPlaced { public string {|DEVT1206:OrderId|} { get; init; } }",
        new ExpectedDiagnostic("DEVT1206", Message: "'OrderId' is checked in the constructor, but not where an object initialiser or 'with' sets it; make it a partial property, get-only, or a parameter of a positional record"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<UnguardedInitAnalyzer>(), "[DomainEvent] public partial class OrderPlaced { public string OrderId { get; init; } }");

    [Fact]
    public Task Fix_removes_the_accessor() => CodeFixRunner.VerifyAsync(
        Setups.For<UnguardedInitAnalyzer, MakeGetOnlyFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // The number on the invoice.
            public string {|DEVT1206:OrderId|} { get; init; } // never blank

            public string {|DEVT1206:Carrier|}
            {
                get;
                init;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", "mail");
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // The number on the invoice.
            public string OrderId { get; } // never blank

            public string Carrier
            {
                get;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", "mail");
        }
        """);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public required string {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public virtual string {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("public interface IOrder { string OrderId { get; init; } } [DomainEvent] public partial class OrderPlaced : IOrder { public string {|DEVT1206:OrderId|} { get; init; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string {|DEVT1206:OrderId|} { get; init; } } public static class Shop { public static OrderPlaced Place() => new(\"A-17\") { OrderId = \"A-18\" }; }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string {|DEVT1206:OrderId|} { get; init; } } public static class Shop { public static OrderPlaced Again(OrderPlaced e) => e with { OrderId = \"A-18\" }; }")]
    public Task Fix_is_not_offered_where_something_needs_the_accessor(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<UnguardedInitAnalyzer, MakeGetOnlyFix>(), source);

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UnguardedInitAnalyzer, MakeGetOnlyFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string {|DEVT1206:OrderId|} { get; init; }
            public string {|DEVT1206:Carrier|} { get; init; }

            [DomainEvent]
            public partial class Shipped
            {
                public string {|DEVT1206:Parcel|} { get; init; }
            }
        }
        """);

    [Fact]
    public Task Fix_makes_the_property_partial() => CodeFixRunner.VerifyAsync(
        Setups.For<UnguardedInitAnalyzer, MakePropertyPartialFix>(),
        """
        [DomainEvent]
        public partial record OrderPlaced
        {
            // The number on the invoice.
            public required string {|DEVT1206:OrderId|} { get; init; } // never blank

            /// <summary>Who brings it.</summary>
            internal virtual string {|DEVT1206:Carrier|}
            {
                get;
                init;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Again(OrderPlaced placed) => placed with { OrderId = "A-18" };
        }
        """,
        """
        [DomainEvent]
        public partial record OrderPlaced
        {
            // The number on the invoice.
            public required partial string OrderId { get; init; } // never blank

            /// <summary>Who brings it.</summary>
            internal virtual partial string Carrier
            {
                get;
                init;
            }
        }

        public static class Shop
        {
            public static OrderPlaced Again(OrderPlaced placed) => placed with { OrderId = "A-18" };
        }
        """);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public required string {|DEVT1206:OrderId|} { get; init; } = \"A-1\"; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { [field: NonSerialized] public string {|DEVT1206:OrderId|} { get; init; } }")]
    public Task Fix_to_a_partial_property_is_not_offered_where_the_field_matters(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<UnguardedInitAnalyzer, MakePropertyPartialFix>(), source);

    [Fact]
    public Task Fix_to_a_partial_property_is_not_offered_below_CSharp_13()
    {
        var setup = Setups.For<UnguardedInitAnalyzer, MakePropertyPartialFix>();
        return CodeFixRunner.VerifyOfferedAsync(
            setup with { Analyzers = setup.Analyzers.WithProject(static project => project.WithLanguageVersion(Microsoft.CodeAnalysis.CSharp.LanguageVersion.CSharp12)) },
            "[DomainEvent] public partial class OrderPlaced { public string {|DEVT1206:OrderId|} { get; init; } }");
    }

    [Fact]
    public Task Fix_all_to_partial_properties_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UnguardedInitAnalyzer, MakePropertyPartialFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            public string {|DEVT1206:OrderId|} { get; init; }
            public string {|DEVT1206:Carrier|} { get; init; }

            [DomainEvent]
            public partial class Shipped
            {
                public string {|DEVT1206:Parcel|} { get; init; }
            }
        }
        """);
}
