using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Large projects cost in proportion to their size.</summary>
public sealed class ScaleTests
{
    [Fact]
    public void Five_thousand_events_cost_at_most_in_proportion()
    {
        Measure(200);
        var small = Measure(1000);
        var large = Measure(5000);

        // Five times as many. Memory, because time depends on what else the machine does; anything quadratic would be twenty-five times.
        Assert.True(large < 6 * small, $"1000 events: {small} bytes; 5000 events: {large} bytes");
    }

    /// <summary>How much is allocated: the driver works on the thread that calls it.</summary>
    private static long Measure(int events)
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

        var before = GC.GetAllocatedBytesForCurrentThread();
        var result = GeneratorRunner.RunUntilCancelled([new TypingPath()], project, editor: true, TestContext.Current.CancellationToken);
        Assert.Equal(events + 1, result.Files.Length);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
