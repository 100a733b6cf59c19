using DomainEvents.Analyzers.Rules;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class UnreturnedEventTests
{
    private const string Start = """
        [DomainEvent(Pooled = true)] public sealed partial class PriceChanged { public partial string Symbol { get; } public partial decimal Price { get; } }
        public sealed class House { public static House Rent(int months) => new(); }

        """;

    [Theory]
    [InlineData("void M() { var e = {|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}; bus.Publish(e); }")]
    [InlineData("async Task M() { var e = {|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}; await bus.PublishAsync(e); Console.WriteLine(e.Symbol); }")]
    [InlineData("void M() { bus.Publish({|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}); }")]
    [InlineData("void M() { {|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}; }")]
    public Task Event_that_nobody_gives_back_is_reported(string member) => VerifyAsync(member);

    [Theory]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); try { bus.Publish(e); } finally { e.Return(); } }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); bus.Publish(e.Detach()); }")]
    [InlineData("PriceChanged M() => PriceChanged.Rent(\"A\", 1m);")]
    [InlineData("PriceChanged M() { var e = PriceChanged.Rent(\"A\", 1m); return e; }")]
    [InlineData("void M(List<PriceChanged> all) { all.Add(PriceChanged.Rent(\"A\", 1m)); }")]
    [InlineData("void M() { var e = PriceChanged.Rent(\"A\", 1m); Give(e); } void Give(PriceChanged e) => e.Return();")]
    [InlineData("void M() { House.Rent(3); bus.Publish(new PriceChanged(\"A\", 1m)); }")]
    public Task Anything_else_is_left_alone(string member) => VerifyAsync(member);

    private static Task VerifyAsync(string member) =>
        AnalyzerRunner.VerifyAsync(Setups.For<UnreturnedEventAnalyzer>(), Start + "public class Feed(IDomainEventPublisher bus) { " + member + " IDomainEventPublisher Bus => bus; }");
}
