using System.Diagnostics;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Large projects cost in proportion to their size.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void Five_thousand_events_cost_at_most_in_proportion()
    {
        Measure(200);
        var small = Math.Min(Measure(1000), Measure(1000));
        var large = Math.Min(Measure(5000), Measure(5000));

        // Five times as many; the rest is what a shared machine needs. Anything quadratic would be twenty-five times.
        Assert.True(large < 15 * small, $"1000 events: {small} ms; 5000 events: {large} ms");
    }

    private static double Measure(int events)
    {
        TestProject project = ReadModels.Project(Enumerable.Range(0, events).Select(static number => $$"""
            using System.Text;
            namespace Shop.N{{number % 40}};
            [DomainEvent]
            public partial class Order{{number}}Placed{{(number % 3 == 0 ? " : Shop.Entity" : "")}}
            {
                public string Id { get; }
                public StringBuilder Text { get; }
                public int? Count { get; }
            }
            """).Append("namespace Shop; public class Entity { public object? Tag { get; set; } }"));

        var watch = Stopwatch.StartNew();
        var result = GeneratorRunner.RunUntilCancelled([new TypingPath()], project, editor: true, TestContext.Current.CancellationToken);
        Assert.Equal(events + 1, result.Files.Length);
        return watch.Elapsed.TotalMilliseconds;
    }
}
