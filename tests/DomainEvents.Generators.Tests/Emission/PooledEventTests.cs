using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>Pooled events: rented with new values and a new identity, given back once.</summary>
public sealed class PooledEventTests
{
    private const string Source = """
        using System;
        using DomainEvents;

        namespace Shop
        {
            /// <summary>A class.</summary>
            [DomainEvent(Pooled = true)]
            public sealed partial class TickReceived
            {
                /// <summary>A.</summary>
                public partial string Symbol { get; }

                /// <summary>B.</summary>
                public partial decimal Price { get; private set; }

                /// <summary>C.</summary>
                public partial string? Note { get; init; }

                /// <summary>D.</summary>
                public partial int Hops { get; set; }
            }

            /// <summary>A record that can be derived from.</summary>
            [DomainEvent(Pooled = true)]
            public partial record PageRead
            {
                /// <summary>A.</summary>
                public required partial string Url { get; init; }
            }

            /// <summary>Derived by hand.</summary>
            public record PageReadAgain : PageRead
            {
                /// <summary>Own.</summary>
                [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
                public PageReadAgain(string url) : base(url) { }
            }
        }
        """;

    [Fact]
    public void Generate_of_a_pooled_event_reads_as_committed() => Snapshot.Verify(
        GeneratedEvents.Run(Source).Files.Single(static file => file.Text.Contains("partial class TickReceived", StringComparison.Ordinal) && !file.Hint.Contains("Json", StringComparison.Ordinal)).Text, "pooled_event");

    [Fact]
    public void Rent_takes_the_returned_event_with_new_values_and_a_new_identity() => Assert.Equal("True ABC 3 note 0 | XYZ 4  0 | True", GeneratedEvents.Execute(Source, """
        var first = Shop.TickReceived.Rent("ABC", 3m, "note");
        var (id, text) = (first.EventId, $"{first.Symbol} {first.Price} {first.Note} {first.Hops}");
        first.Hops = 9;
        first.Return();
        var second = Shop.TickReceived.Rent("XYZ", 4m);
        return $"{ReferenceEquals(first, second)} {text} | {second.Symbol} {second.Price} {second.Note} {second.Hops} | {second.EventId != id && second.OccurredAt != default}";
        """));

    [Fact]
    public void Rent_of_a_record_renews_its_stamp() => Assert.Equal("True True b", GeneratedEvents.Execute(Source, """
        var first = Shop.PageRead.Rent("a");
        var id = first.EventId;
        first.Return();
        var second = Shop.PageRead.Rent("b");
        return $"{ReferenceEquals(first, second)} {id != second.EventId} {second.Url}";
        """));

    [Fact]
    public void Lease_is_no_part_of_a_records_equality() => Assert.Equal(true, GeneratedEvents.Execute(Source, """
        var kept = Shop.PageRead.Rent("a").Detach();
        var copy = new Shop.PageRead("a");
        return kept == copy && kept.GetHashCode() == copy.GetHashCode();
        """));

    [Theory]
    [InlineData("Shop.TickReceived.Rent(\" \", 1m);", "symbol")]
    [InlineData("Shop.TickReceived.Rent(\"ABC\", 1m).Return(); Shop.TickReceived.Rent(null!, 1m);", "symbol")]
    public void Rent_checks_as_the_constructor_does(string statements, string parameter) =>
        Assert.Equal(parameter, Assert.ThrowsAny<ArgumentException>(() => GeneratedEvents.Execute(Source, statements)).ParamName);

    [Fact]
    public void Rent_that_a_guard_refuses_leaves_the_event_in_the_pool() => Assert.Equal(true, GeneratedEvents.Execute(Source, """
        var first = Shop.TickReceived.Rent("ABC", 1m);
        first.Return();
        try { Shop.TickReceived.Rent(" ", 1m); } catch (System.ArgumentException) { }
        return ReferenceEquals(first, Shop.TickReceived.Rent("ABC", 1m));
        """));

    [Fact]
    public void Return_twice_throws_in_every_build()
    {
        var thrown = Assert.Throws<InvalidOperationException>(() => GeneratedEvents.Execute(
            Source, """var tick = Shop.TickReceived.Rent("ABC", 1m); tick.Return(); tick.Return();"""));

        Assert.Contains("'tick.received' was given back twice", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("var held = Shop.TickReceived.Rent(\"ABC\", 1m); held.Return();", "tick.received", "_ = held.Symbol;")]
    [InlineData("var held = Shop.TickReceived.Rent(\"ABC\", 1m); held.Return();", "tick.received", "held.Hops = 2;")]
    [InlineData("var held = Shop.TickReceived.Rent(\"ABC\", 1m); held.Return();", "tick.received", "_ = held.EventId;")]
    [InlineData("var held = Shop.TickReceived.Rent(\"ABC\", 1m); held.Return();", "tick.received", "_ = held.OccurredAt;")]
    [InlineData("DomainEvents.IDomainEvent held = Shop.TickReceived.Rent(\"ABC\", 1m); ((Shop.TickReceived)held).Return();", "tick.received", "_ = held.EventId;")]
    [InlineData("DomainEvents.IDomainEvent held = Shop.TickReceived.Rent(\"ABC\", 1m); ((Shop.TickReceived)held).Return();", "tick.received", "_ = held.OccurredAt;")]
    [InlineData("var held = Shop.PageRead.Rent(\"a\"); held.Return();", "page.read", "_ = held.Url;")]
    [InlineData("var held = Shop.PageRead.Rent(\"a\"); held.Return();", "page.read", "_ = held with { Url = \"b\" };")]
    [InlineData("var held = Shop.PageRead.Rent(\"a\"); held.Return();", "page.read", "_ = held.EventId;")]
    [InlineData("var held = Shop.PageRead.Rent(\"a\"); held.Return();", "page.read", "_ = ((DomainEvents.IDomainEvent)held).OccurredAt;")]
    public void Use_after_return_throws_in_a_debug_build_and_not_in_another(string returned, string eventType, string use)
    {
        Assert.Equal(true, GeneratedEvents.Execute(Source, $"{returned} {use} return true;"));
        Assert.Equal(true, GeneratedEvents.Execute(Source, $"{returned} return true;", static project => project.WithSymbols("DEBUG")));

        var thrown = Assert.Throws<InvalidOperationException>(
            () => GeneratedEvents.Execute(Source, $"{returned} {use} return true;", static project => project.WithSymbols("DEBUG")));
        Assert.Contains($"'{eventType}' is used after it was given back", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DEBUG")]
    [InlineData("RELEASE")]
    public void Identity_can_be_set_in_every_build_and_is_that_of_the_event_however_it_is_seen(string symbol) => Assert.Equal(true, GeneratedEvents.Execute(
        Source,
        """
        var id = System.Guid.NewGuid();
        var at = System.DateTimeOffset.UnixEpoch;
        var tick = new Shop.TickReceived("ABC", 1m) { EventId = id, OccurredAt = at };
        DomainEvents.DomainEvent itsBase = tick;
        DomainEvents.IDomainEvent itsContract = tick;
        return tick.EventId == id && itsBase.EventId == id && itsContract.EventId == id
            && tick.OccurredAt == at && itsBase.OccurredAt == at && itsContract.OccurredAt == at
            && itsContract.EventType == "tick.received" && itsContract.EventVersion == 1;
        """,
        project => project.WithSymbols(symbol)));

    [Fact]
    public void Detach_keeps_the_event_and_makes_Return_harmless() => Assert.Equal("True ABC False", GeneratedEvents.Execute(Source, """
        var kept = Shop.TickReceived.Rent("ABC", 1m);
        var same = kept.Detach();
        kept.Return();
        kept.Return();
        return $"{ReferenceEquals(kept, same)} {kept.Symbol} {ReferenceEquals(kept, Shop.TickReceived.Rent("XYZ", 2m))}";
        """));

    [Fact]
    public void Event_of_a_derived_class_does_not_come_back_as_its_base() => Assert.Equal("PageRead", GeneratedEvents.Execute(Source, """
        new Shop.PageReadAgain("a").Return();
        return Shop.PageRead.Rent("b").GetType().Name;
        """));

    [Theory]
    [InlineData("public sealed partial class OrderPlaced { /// <summary>A.</summary>\npublic string Id { get; } }")]
    [InlineData("public sealed partial record OrderPlaced(string Id);")]
    [InlineData("public abstract partial class OrderPlaced { /// <summary>A.</summary>\npublic partial string Id { get; } }")]
    [InlineData("public sealed partial class OrderPlaced { /// <summary>A.</summary>\npublic partial string Id { get; } /// <summary>B.</summary>\npublic void Return() { } }")]
    [InlineData("public sealed partial class OrderPlaced : Shop.Entity { /// <summary>A.</summary>\npublic partial string Id { get; } }")]
    public void Event_that_cannot_be_used_again_gets_no_Rent(string declaration)
    {
        var result = GeneratedEvents.Run($$"""
            using System;
            using DomainEvents;
            namespace Shop
            {
                /// <summary>A base with an identity of its own.</summary>
                public abstract class Entity { /// <summary>A.</summary>
                public Guid EventId { get; } = Guid.NewGuid(); }
                /// <summary>An order was placed.</summary>
                [DomainEvent(Pooled = true)]
                {{declaration}}
            }
            """);

        Assert.DoesNotContain(result.Files, static file => file.Text.Contains("Rent(", StringComparison.Ordinal));
    }
}
