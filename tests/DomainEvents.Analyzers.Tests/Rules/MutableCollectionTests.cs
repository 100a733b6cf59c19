using DomainEvents.Analyzers.Rules;
using DomainEvents.CodeFixes.Fixes;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Rules;

public class MutableCollectionTests
{
    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public List<string> {|DEVT1202:Lines|} { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(string[] {|DEVT1202:Lines|}, IDictionary<string, int> {|DEVT1202:Counts|});")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public HashSet<int>? {|DEVT1202:Lines|} { get; init; } public ICollection<int> {|DEVT1202:More|} { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public System.Collections.ObjectModel.Collection<int> {|DEVT1202:Lines|} { get; } }")]
    public Task Collection_that_can_be_changed_is_reported(string source) => AnalyzerRunner.VerifyAsync(Setups.For<MutableCollectionAnalyzer>(), source);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public IReadOnlyList<string> Lines { get; } public IEnumerable<int> Counts { get; } }")]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced(System.Collections.Immutable.ImmutableArray<string> Lines, System.Collections.ObjectModel.ReadOnlyCollection<int> More);")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public byte[] Hash { get; } public string Text { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { private readonly List<string> _lines = []; public IReadOnlyList<string> Lines => _lines; public List<string> Copy => [.. _lines]; }")]
    [InlineData("public interface IBatch { List<int> Lines { get; } } [DomainEvent] public partial class OrderPlaced : IBatch { public List<int> Lines { get; } }")]
    [InlineData("public class Order { public List<string> Lines { get; } = []; }")]
    public Task Anything_else_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(Setups.For<MutableCollectionAnalyzer>(), source);

    [Fact]
    public Task Message_names_the_type_to_use() => AnalyzerRunner.VerifyAsync(
        Setups.For<MutableCollectionAnalyzer>(),
        "[DomainEvent] public sealed partial record OrderPlaced(Dictionary<string, int> {|DEVT1202:Counts|});",
        new ExpectedDiagnostic("DEVT1202", Message: "The content of 'Counts' can be changed by every handler, and by whoever made the event; use IReadOnlyDictionary"));

    [Fact]
    public Task Fix_writes_an_immutable_array() => CodeFixRunner.VerifyAsync(
        Setups.For<MutableCollectionAnalyzer, ReadOnlyCollectionFix>(),
        """
        using System.Collections.Immutable;

        [DomainEvent]
        public sealed partial record OrderPlaced(string OrderId, /* in order */ List<string> {|DEVT1202:Lines|}, int[] {|DEVT1202:Counts|});

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", ["one"], Counts: [1, 2]);

            public static int Read(OrderPlaced placed)
            {
                foreach (string line in placed.Lines)
                {
                    Console.WriteLine(line + nameof(placed.Lines));
                }

                return placed.Counts.Length + placed.Counts[0] + placed.Lines.Where(line => line.Length > 0).Count();
            }
        }
        """,
        """
        using System.Collections.Immutable;

        [DomainEvent]
        public sealed partial record OrderPlaced(string OrderId, /* in order */ ImmutableArray<string> Lines, ImmutableArray<int> Counts);

        public static class Shop
        {
            public static OrderPlaced Place() => new("A-17", ["one"], Counts: [1, 2]);

            public static int Read(OrderPlaced placed)
            {
                foreach (string line in placed.Lines)
                {
                    Console.WriteLine(line + nameof(placed.Lines));
                }

                return placed.Counts.Length + placed.Counts[0] + placed.Lines.Where(line => line.Length > 0).Count();
            }
        }
        """,
        ReadOnlyCollectionFix.ImmutableKey);

    [Fact]
    public Task Fix_writes_the_using_directive_that_is_missing() => CodeFixRunner.VerifyAsync(
        Setups.For<MutableCollectionAnalyzer, ReadOnlyCollectionFix>(),
        """
        namespace Shop;

        [DomainEvent]
        public sealed partial record OrderPlaced(string[] {|DEVT1202:Lines|});
        """,
        """
        using System.Collections.Immutable;

        namespace Shop;

        [DomainEvent]
        public sealed partial record OrderPlaced(ImmutableArray<string> Lines);
        """,
        ReadOnlyCollectionFix.ImmutableKey);

    [Fact]
    public Task Fix_writes_the_read_only_interface() => CodeFixRunner.VerifyAsync(
        Setups.For<MutableCollectionAnalyzer, ReadOnlyCollectionFix>(),
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // by product
            public Dictionary<string, int> {|DEVT1202:Counts|} { get; }

            public HashSet<string>? {|DEVT1202:Tags|} { get; init; }

            public List<string> {|DEVT1202:Lines|} { get; }
        }

        public static class Shop
        {
            public static OrderPlaced Place(List<string> lines) => new(new Dictionary<string, int>(), lines, tags: null) { Tags = new HashSet<string>() };

            public static int Read(OrderPlaced placed) => placed.Lines.Count + (placed.Counts.TryGetValue("a", out int count) ? count : placed.Counts["b"]);
        }
        """,
        """
        [DomainEvent]
        public partial class OrderPlaced
        {
            // by product
            public IReadOnlyDictionary<string, int> Counts { get; }

            public IReadOnlySet<string>? Tags { get; init; }

            public IReadOnlyList<string> Lines { get; }
        }

        public static class Shop
        {
            public static OrderPlaced Place(List<string> lines) => new(new Dictionary<string, int>(), lines, tags: null) { Tags = new HashSet<string>() };

            public static int Read(OrderPlaced placed) => placed.Lines.Count + (placed.Counts.TryGetValue("a", out int count) ? count : placed.Counts["b"]);
        }
        """,
        ReadOnlyCollectionFix.ReadOnlyKey);

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public List<string> {|DEVT1202:Lines|} { get; } } public static class Shop { public static void M(OrderPlaced placed) => placed.Lines.Add(\"\"); }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string[] {|DEVT1202:Lines|} { get; } } public static class Shop { public static string[] M(OrderPlaced placed) => placed.Lines; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public LinkedList<string> {|DEVT1202:Lines|} { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public List<string> {|DEVT1202:Lines|} { get; } = new(); }")]
    public Task Fix_is_not_offered_where_it_would_break(string source) =>
        CodeFixRunner.VerifyOfferedAsync(Setups.For<MutableCollectionAnalyzer, ReadOnlyCollectionFix>(), source);

    [Theory]
    [InlineData(ReadOnlyCollectionFix.ImmutableKey)]
    [InlineData(ReadOnlyCollectionFix.ReadOnlyKey)]
    public Task Fix_all_equals_the_fixes_one_by_one(string key) => FixAllRunner.VerifyAsync(
        Setups.For<MutableCollectionAnalyzer, ReadOnlyCollectionFix>(),
        "namespace Shop;\n\n[DomainEvent]\npublic sealed partial record OrderPlaced(string[] {|DEVT1202:Lines|}, List<int> {|DEVT1202:Counts|})\n{\n    [DomainEvent]\n    public sealed partial record Again(int[] {|DEVT1202:Lines|});\n}\n",
        key);
}
