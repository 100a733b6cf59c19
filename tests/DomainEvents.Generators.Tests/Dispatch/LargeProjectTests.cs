using System.Globalization;
using System.Text;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>Projects with thousands of events.</summary>
public sealed class LargeProjectTests
{
    [Fact]
    public void Five_thousand_events_and_a_thousand_handlers_compile_and_run()
    {
        var result = Assemblies.Root("Shop", Assemblies.Log, Events(5000), Handlers(1000), Assemblies.Script("""
            using var publisher = new DomainEventPublisher();
            publisher.Publish(new Shop.Event0());
            publisher.Publish(new Shop.Event999());
            publisher.Publish(new Shop.Event4999());
            return Shop.Log.Take();
            """)).Run(GeneratorChecks.All & ~GeneratorChecks.Compiles);

        // Building it shows that it compiles; that it does so without warnings is seen on small projects.
        Assert.Equal("all 0 all 999 all", GeneratorExecution.Call(result, "Script", "Run"));
        Assert.True(result.Has("Pipelines49"));
    }

    private static string Events(int count) => Repeat("namespace Shop;\n#pragma warning disable CS1591\n", count, static i =>
        $"[DomainEvent] public sealed partial class Event{i} : DomainEvent {{ public override string EventType => \"event.{i}\"; }}\n");

    private static string Handlers(int count) => Repeat(
        "namespace Shop;\ninternal static class All { [DomainEventHandler(Order = -1)] internal static void On(IDomainEvent e) => Log.Add(\"all\"); }\n",
        count,
        static i => $"internal sealed class Handler{i} : IDomainEventHandler<Event{i}> {{ public void Handle(Event{i} e) => Log.Add(\"{i}\"); }}\n");

    private static string Repeat(string start, int count, Func<string, string> line)
    {
        var text = new StringBuilder(start);
        for (var i = 0; i < count; i++)
        {
            text.Append(line(i.ToString(CultureInfo.InvariantCulture)));
        }

        return text.ToString();
    }
}
