using DomainEvents.Analyzers.Rules;
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
}
