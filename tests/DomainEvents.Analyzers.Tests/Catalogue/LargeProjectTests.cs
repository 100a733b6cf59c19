using System.Globalization;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>All rules over a project with thousands of events. Without the generator, whose text would be most of the work.</summary>
public class LargeProjectTests
{
    private const int Events = 5_000;

    [Fact]
    public async Task Five_thousand_events_are_told_apart()
    {
        AnalyzerSetup setup = AnalyzerSetup.For(Setups.ForAllBare().Analyzers).WithProject(static _ => Setups.ForAll().Project
            .WithBuildProperty("DomainEventsCompositionRoot", "true").WithSuppressed("CS1591"));
        TestProject project = setup.ProjectOf(Enumerable.Range(0, Events).Select(Source));

        // Every tenth event is raised and handled, every hundredth raised alone.
        string[] missing = [.. (await AnalyzerRunner.AnalyzeAsync(setup, project))
            .Where(static diagnostic => diagnostic.Id != "DEVT1310")
            .Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Location.SourceTree!.ToString().AsSpan(diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length)}")
            .Order(StringComparer.Ordinal)];

        Assert.Equal(
            Enumerable.Range(0, Events).Where(static number => number % 100 == 1).Select(static number => $"DEVT1301 Order{number}Placed").Order(StringComparer.Ordinal),
            missing);
    }

    private static string Source(int number)
    {
        string name = string.Create(CultureInfo.InvariantCulture, $"Order{number}Placed");
        string rest = (number % 100, number % 10) switch
        {
            (1, _) => $"public static class Checkout{number} {{ public static void Run(IDomainEventPublisher bus) => bus.Publish(new {name}()); }}",
            (_, 0) => $$"""
                public static class Checkout{{number}} { public static void Run(IDomainEventPublisher bus) => bus.Publish(new {{name}}()); }
                public sealed class Mail{{number}} : IDomainEventHandler<{{name}}> { public void Handle({{name}} placed) => Console.WriteLine(placed.EventType); }
                """,
            _ => "",
        };
        return $$"""
            namespace Shop.N{{number % 40}};
            [DomainEvent] public sealed partial class {{name}} : DomainEvent { public override string EventType => "order{{number}}.placed"; }
            {{rest}}
            """;
    }
}
