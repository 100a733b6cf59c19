using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UseAfterReturnTests
{
    private const string Start = """
        [DomainEvent(Pooled = true)] public sealed partial class PriceChanged { public partial string Symbol { get; } public partial decimal Price { get; } }
        [DomainEvent] public sealed partial record OrderPlaced(string OrderId) { public void Return() { } }

        """;

    [Theory]
    [InlineData("string M() { var e = PriceChanged.Rent(\"A\", 1m); bus.Publish(e); e.Return(); return {|DEVT1511:e|}.Symbol; }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); e.Return(); bus.Publish({|DEVT1511:e|}); }")]
    [InlineData("void M(PriceChanged e) { e.Return(); {|DEVT1511:e|}.Return(); }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); try { bus.Publish(e); } finally { e.Return(); } Console.WriteLine({|DEVT1511:e|}.Price); }")]
    [InlineData("async Task M() { var e = PriceChanged.Rent(\"A\", 1m); await bus.PublishAsync(e); e.Return(); await Task.Yield(); Action late = () => Console.WriteLine({|DEVT1511:e|}.Symbol); late(); }")]
    [InlineData("PriceChanged? _last; PriceChanged? Last => _last; void M() { var e = PriceChanged.Rent(\"A\", 1m); _last = {|DEVT1511:e|}; bus.Publish(e); e.Return(); }")]
    public Task Use_of_what_was_given_back_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); try { bus.Publish(e); Console.WriteLine(e.Symbol); } finally { e.Return(); } }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); e.Return(); e = PriceChanged.Rent(\"B\", 2m); bus.Publish(e); e.Return(); }")]
    [InlineData("void M(bool done) { var e = PriceChanged.Rent(\"A\", 1m); if (done) { e.Return(); return; } bus.Publish(e); e.Return(); }")]
    [InlineData("PriceChanged? _last; PriceChanged? Last => _last; void M() { var e = PriceChanged.Rent(\"A\", 1m); _last = e.Detach(); e.Return(); Console.WriteLine(e.Symbol); }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); e.Return(); Console.WriteLine(nameof(e)); }")]
    [InlineData("void M(OrderPlaced e) { e.Return(); bus.Publish(e); }")]
    [InlineData("void M() { foreach (var symbol in new[] { \"A\", \"B\" }) { var e = PriceChanged.Rent(symbol, 1m); bus.Publish(e); e.Return(); } }")]
    public Task Anything_else_is_left_alone(string member) => VerifyAsync(member);

    [Fact]
    public Task Message_says_what_to_do() => AnalyzerRunner.VerifyAsync(
        Setups.For<UseAfterReturnAnalyzer>(),
        Start + "public class Feed(IDomainEventPublisher bus) { void M(PriceChanged e) { e.Return(); bus.Publish({|DEVT1511:e|}); } }",
        new ExpectedDiagnostic("DEVT1511", Message: "'e' has been given back to the pool and may be another event by now; use it before Return, or call Detach to keep it"));

    private static Task VerifyAsync(string member) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UseAfterReturnAnalyzer>(), Start + "public class Feed(IDomainEventPublisher bus) { " + member + " IDomainEventPublisher Bus => bus; }");

    [Fact]
    public Task Fix_detaches_instead() => CodeFixRunner.VerifyAsync(
        Fix(),
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            string M()
            {
                var e = PriceChanged.Rent("A", 1m);
                bus.Publish(e);
                e.Return(); // done
                return {|DEVT1511:e|}.Symbol;
            }
        }
        """,
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            string M()
            {
                var e = PriceChanged.Rent("A", 1m);
                bus.Publish(e);
                e.Detach(); // done
                return e.Symbol;
            }
        }
        """,
        UseAfterReturnFix.DetachKey);

    [Fact]
    public Task Fix_removes_the_second_return() => CodeFixRunner.VerifyAsync(
        Fix(),
        Start + "public class Feed\n{\n    void M(PriceChanged e)\n    {\n        e.Return();\n        Console.WriteLine();\n        {|DEVT1511:e|}.Return();\n    }\n}\n",
        Start + "public class Feed\n{\n    void M(PriceChanged e)\n    {\n        e.Return();\n        Console.WriteLine();\n    }\n}\n",
        UseAfterReturnFix.RemoveKey);

    [Theory]
    [InlineData(UseAfterReturnFix.DetachKey, "Console.WriteLine({|DEVT1511:e|}.Symbol);", "Console.WriteLine({|DEVT1511:f|}.Symbol);")]
    [InlineData(UseAfterReturnFix.RemoveKey, "{|DEVT1511:e|}.Return();", "{|DEVT1511:f|}.Return();")]
    public Task Fix_all_equals_the_fixes_one_by_one(string key, string first, string second) => FixAllRunner.VerifyAsync(
        Fix(),
        Start + $"public class Feed\n{{\n    void M(PriceChanged e, PriceChanged f)\n    {{\n        e.Return();\n        f.Return();\n        {first}\n        {second}\n    }}\n}}\n",
        key);

    private static CodeFixSetup Fix() => Setups.For<UseAfterReturnAnalyzer, UseAfterReturnFix>();
}
