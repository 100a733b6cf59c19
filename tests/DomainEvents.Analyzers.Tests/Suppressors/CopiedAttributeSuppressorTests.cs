using DomainEvents.Analyzers.Suppressors;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Tests.Suppressors;

public class CopiedAttributeSuppressorTests
{
    [Theory]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced([property: Obsolete] string OrderId, [property: Obsolete] int Count);")]
    [InlineData("public partial class Orders { [DomainEvent] public partial record Placed<T>(string OrderId, [property: Obsolete, NonSerializedMark] T Item); public class NonSerializedMark : Attribute; }")]
    public async Task Warning_about_a_copied_attribute_is_silenced(string source)
    {
        Assert.Contains("CS0657", Compile(source).GetDiagnostics(TestContext.Current.CancellationToken).Select(static diagnostic => diagnostic.Id));
        Assert.DoesNotContain("CS0657", await ReportedAsync(source));
    }

    [Theory]
    [InlineData("[DomainEvent] public sealed partial record OrderPlaced([field: NonSerialized] string OrderId);")]
    [InlineData("[DomainEvent] public partial record OrderPlaced([property: Obsolete] string OrderId) { public string OrderId { get; init; } = OrderId; }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced([property: Obsolete] string orderId) { public string OrderId { get; } = orderId; }")]
    [InlineData("public record Order([property: Obsolete] string Id) { public string Id { get; init; } = Id; }")]
    [InlineData("public class Order { [method: Obsolete] public int Id; }")]
    public async Task Warning_about_any_other_attribute_stays(string source) =>
        Assert.Contains("CS0657", await ReportedAsync(source));

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public partial class OrderPlaced { public string OrderId { get; init; } public IReadOnlyList<int> Lines { get; private set; } }")]
    [InlineData("[DomainEvent] public partial record OrderPlaced { public string OrderId { get; } }")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent { public string OrderId { get; } } [DomainEvent] public partial class OrderPlaced : OrderEvent { public string Carrier { get; } }")]
    public void Generated_constructor_leaves_nothing_for_CS8618_to_say(string source) =>
        Assert.DoesNotContain("CS8618", Compile(source).GetDiagnostics(TestContext.Current.CancellationToken).Select(static diagnostic => diagnostic.Id));

    private static Compilation Compile(string source) => GeneratorRunner
        .Run([new DomainEventGenerator()], Setups.ForAll().ProjectOf(source), GeneratorChecks.NoException).Compilation;

    private static async Task<IEnumerable<string>> ReportedAsync(string source)
    {
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false, reportSuppressedDiagnostics: false);
        var compilation = Compile(source).WithAnalyzers([new CopiedAttributeSuppressor()], options);
        return (await compilation.GetAllDiagnosticsAsync(TestContext.Current.CancellationToken)).Select(static diagnostic => diagnostic.Id);
    }
}
