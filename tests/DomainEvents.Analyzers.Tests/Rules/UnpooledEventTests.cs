using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnpooledEventTests
{
    [Theory]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class PageRead { public string {|DEVT1513:Url|} { get; } public partial int Length { get; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial record {|DEVT1513:PageRead|}(string Url, byte[] Content);")]
    [InlineData("[DomainEvent(Pooled = true, GenerateConstructor = false)] public sealed partial class {|DEVT1513:PageRead|} { public partial string? Url { get; set; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class PageRead { public partial string Url { get; } public void {|DEVT1513:Return|}() { } }")]
    [InlineData("[DomainEvent] public abstract partial class SiteEvent { public string Site { get; } } [DomainEvent(Pooled = true)] public sealed partial class {|DEVT1513:PageRead|} : SiteEvent { public partial string Url { get; } }")]
    [InlineData("public abstract class Message { public Guid EventId { get; init; } = Guid.NewGuid(); } [DomainEvent(Pooled = true)] public sealed partial class {|DEVT1513:PageRead|} : Message { public partial string Url { get; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class {|DEVT1513:PageRead|} { public PageRead(string url) => Url = url; public partial string Url { get; init; } }")]
    public Task Event_that_cannot_be_rented_again_is_reported(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnpooledEventAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class PageRead { public partial string Url { get; } public partial byte[] Content { get; private set; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public partial record PageRead { public required partial string Url { get; init; } }")]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class Ticked;")]
    [InlineData("[DomainEvent(Pooled = true)] public sealed partial class PageRead<T> where T : notnull { public partial T Content { get; } public bool IsEmpty => Content is null; }")]
    [InlineData("[DomainEvent(Pooled = true)] public abstract partial class SiteEvent { public string Site { get; } }")]
    [InlineData("[DomainEvent] public sealed partial class PageRead { public string Url { get; } }")]
    [InlineData("[DomainEvent(Pooled = false)] public sealed partial record PageRead(string Url);")]
    [InlineData("public abstract class Entity { public int Number { get; set; } } [DomainEvent(Pooled = true)] public sealed partial class PageRead : Entity { public partial string Url { get; } }")]
    public Task Anything_else_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnpooledEventAnalyzer>(), source);

    [Fact]
    public Task Message_says_what_stands_in_the_way() => AnalyzerRunner.VerifyAsync(
        Setups.For<UnpooledEventAnalyzer>(),
        "[DomainEvent(Pooled = true)] public sealed partial class PageRead { public string {|DEVT1513:Url|} { get; } }",
        new ExpectedDiagnostic("DEVT1513", Message: "The pooled event 'PageRead' gets no Rent and Return: 'Url' is not a partial property (C# 13), so it could not be set again"));

    [Fact]
    public Task Report_can_be_suppressed() => AnalyzerRunner.VerifySuppressibleAsync(
        Setups.For<UnpooledEventAnalyzer>(), "[DomainEvent(Pooled = true)] public sealed partial class PageRead { public string Url { get; } }");

    [Fact]
    public Task Fix_makes_the_property_partial() => CodeFixRunner.VerifyAsync(
        Setups.For<UnpooledEventAnalyzer, MakePropertyPartialFix>(),
        """
        [DomainEvent(Pooled = true)]
        public sealed partial class PageRead
        {
            // Where it stands.
            public string {|DEVT1513:Url|} { get; } // never blank

            public byte[] {|DEVT1513:Content|}
            {
                get;
                private set;
            }
        }
        """,
        """
        [DomainEvent(Pooled = true)]
        public sealed partial class PageRead
        {
            // Where it stands.
            public partial string Url { get; } // never blank

            public partial byte[] Content
            {
                get;
                private set;
            }
        }
        """);

    [Fact]
    public Task Fix_is_not_offered_for_a_parameter_list() => CodeFixRunner.VerifyOfferedAsync(
        Setups.For<UnpooledEventAnalyzer, MakePropertyPartialFix>(), "[DomainEvent(Pooled = true)] public sealed partial record {|DEVT1513:PageRead|}(string Url);");

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Setups.For<UnpooledEventAnalyzer, MakePropertyPartialFix>(),
        """
        [DomainEvent(Pooled = true)]
        public sealed partial class PageRead
        {
            public string {|DEVT1513:Url|} { get; }
            public byte[] {|DEVT1513:Content|} { get; }
        }
        """);
}
