using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
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

    [Fact]
    public Task Fix_gives_the_event_back_whatever_happens() => CodeFixRunner.VerifyAsync(
        Fix(),
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            void Named()
            {
                // taken
                var e = {|DEVT1512:PriceChanged.Rent("A", 1m)|};
                bus.Publish(e); // sent

                Console.WriteLine(e.Symbol);
            }

            async Task Unnamed()
            {
                await Task.Yield();
                // sent
                await bus.PublishAsync({|DEVT1512:PriceChanged.Rent("A", 1m)|}).ConfigureAwait(false);
                Console.WriteLine();
            }

            public void Short() => bus.Publish({|DEVT1512:PriceChanged.Rent("B", 2m)|});
        }
        """,
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            void Named()
            {
                // taken
                var e = PriceChanged.Rent("A", 1m);
                try
                {
                    bus.Publish(e); // sent

                    Console.WriteLine(e.Symbol);
                }
                finally
                {
                    e.Return();
                }
            }

            async Task Unnamed()
            {
                await Task.Yield();
                // sent
                var priceChanged = PriceChanged.Rent("A", 1m);
                try
                {
                    await bus.PublishAsync(priceChanged).ConfigureAwait(false);
                }
                finally
                {
                    priceChanged.Return();
                }

                Console.WriteLine();
            }

            public void Short()
            {
                var priceChanged = PriceChanged.Rent("B", 2m);
                try
                {
                    bus.Publish(priceChanged);
                }
                finally
                {
                    priceChanged.Return();
                }
            }
        }
        """);

    [Fact]
    public Task Fix_tells_equal_calls_apart_and_takes_a_free_name() => CodeFixRunner.VerifyAsync(
        Fix(),
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            public void Twice(string priceChanged)
            {
                bus.Publish({|DEVT1512:PriceChanged.Rent("A", 1m)|}); // first
                Console.WriteLine(priceChanged);
                bus.Publish({|DEVT1512:PriceChanged.Rent("A", 1m)|}); // second
            }

            public IDomainEventPublisher Bus => bus;
        }
        """,
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            public void Twice(string priceChanged)
            {
                var priceChanged2 = PriceChanged.Rent("A", 1m);
                try
                {
                    bus.Publish(priceChanged2); // first
                }
                finally
                {
                    priceChanged2.Return();
                }

                Console.WriteLine(priceChanged);
                var priceChanged3 = PriceChanged.Rent("A", 1m);
                try
                {
                    bus.Publish(priceChanged3); // second
                }
                finally
                {
                    priceChanged3.Return();
                }
            }

            public IDomainEventPublisher Bus => bus;
        }
        """);

    [Theory]
    [InlineData("void M() { {|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}; }")]
    [InlineData("void M(bool sure) { if (sure) bus.Publish({|DEVT1512:PriceChanged.Rent(\"A\", 1m)|}); }")]
    public Task Fix_is_not_offered_where_there_is_no_room(string member) => CodeFixRunner.VerifyOfferedAsync(
        Fix(), Start + "public class Feed(IDomainEventPublisher bus) { " + member + " IDomainEventPublisher Bus => bus; }");

    [Fact]
    public Task Fix_all_equals_the_fixes_one_by_one() => FixAllRunner.VerifyAsync(
        Fix(),
        Start + """
        public class Feed(IDomainEventPublisher bus)
        {
            void M()
            {
                var e = {|DEVT1512:PriceChanged.Rent("A", 1m)|};
                bus.Publish(e);
                var f = {|DEVT1512:PriceChanged.Rent("B", 1m)|};
                bus.Publish(f);
            }

            public void Short() => bus.Publish({|DEVT1512:PriceChanged.Rent("B", 2m)|});

            public void Twice()
            {
                bus.Publish({|DEVT1512:PriceChanged.Rent("C", 3m)|});
                bus.Publish({|DEVT1512:PriceChanged.Rent("C", 3m)|});
            }
        }
        """);

    private static CodeFixSetup Fix() => Setups.For<UnreturnedEventAnalyzer, ReturnRentedFix>();
}
