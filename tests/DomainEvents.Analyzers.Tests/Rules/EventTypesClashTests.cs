using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Rules;

public class EventTypesClashTests
{
    private const string Source = "[DomainEvent] public partial class OrderShipped;";

    [Theory]
    [InlineData("Sales", "Shop", "Shop")]
    [InlineData("Sales", "Shop", "shop.orders", "shop.orders")]
    [InlineData("Shop", null, "Shop")]
    public Task Class_of_the_same_full_name_is_reported(string library, string? theirs, string ours, string? same = null) => AnalyzerRunner.VerifyAsync(
        Setup(library, same ?? theirs, ours),
        Source,
        new ExpectedDiagnostic("DEVT1107", DiagnosticSeverity.Warning, $"The class EventTypes clashes: '{ours}.EventTypes' is generated here and is also in the assembly '{library}'; set DomainEventsNamespace in one of the two projects")
        {
            WithoutLocation = true,
        });

    [Theory]
    [InlineData("namespace Shop.{|DEVT1107:EventTypes|} { public class Any; }", "Shop.EventTypes")]
    [InlineData("namespace Shop.{|DEVT1107:EventTypes|}.Deep { public class Any; }", "Shop.EventTypes")]
    [InlineData("namespace Shop { public enum {|DEVT1107:EventTypes|} { A } }", "Shop.EventTypes")]
    [InlineData("namespace Shop { public static partial class {|DEVT1107:EventTypes|} { } }", "Shop.EventTypes")]
    [InlineData("public class {|DEVT1107:Shop|} { public class EventTypes; }", "Shop")]
    public Task What_stands_where_the_class_would_be_is_reported(string source, string occupant) => AnalyzerRunner.VerifyAsync(
        InShop(),
        Source + source,
        new ExpectedDiagnostic("DEVT1107", DiagnosticSeverity.Warning, $"The class EventTypes clashes: '{occupant}' stands where the class 'Shop.EventTypes' would be, so that is not generated; rename it or set DomainEventsNamespace"));

    [Theory]
    [InlineData("namespace Shop { file class EventTypes; }")]
    [InlineData("namespace Shop { public class EventTypes<T>; }")]
    [InlineData("namespace Shop { public class Order { public class EventTypes; } }")]
    [InlineData("namespace Shop.Orders { public class EventTypes; }")]
    [InlineData("public class EventTypes; namespace Orders.EventTypes { public class Any; }")]
    [InlineData("public class Shop<T>;")]
    public Task What_stands_elsewhere_is_left_alone(string source) => AnalyzerRunner.VerifyAsync(InShop(), Source + source);

    [Fact]
    public Task Place_that_no_constant_needs_is_free() => AnalyzerRunner.VerifyAsync(
        InShop(), "[DomainEvent] public abstract partial class OrderEvent; namespace Shop.EventTypes { public class Any; }");

    [Theory]
    [InlineData("Sales", "Shop", "Billing")]
    [InlineData("Sales", null, "Billing")]
    [InlineData("Sales", "Shop", null)]
    public Task Class_of_another_name_is_left_alone(string library, string? theirs, string? ours) =>
        AnalyzerRunner.VerifyAsync(Setup(library, theirs, ours), Source);

    [Theory]
    [InlineData("public class Order;")]
    [InlineData("[DomainEvent] public abstract partial class OrderEvent;")]
    public Task Project_without_event_types_is_left_alone(string source) =>
        AnalyzerRunner.VerifyAsync(Setup("Sales", "Shop", "Shop"), source);

    [Fact]
    public async Task Report_can_be_switched_off_for_the_project()
    {
        var setup = Setup("Sales", "Shop", "Shop");

        Assert.Empty(await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(Source).WithSeverity("DEVT1107", ReportDiagnostic.Suppress)));
    }

    private static AnalyzerSetup InShop() => Setups.For<EventTypesClashAnalyzer>().WithProject(static project => project.WithAssemblyName("Shop"));

    private static AnalyzerSetup Setup(string library, string? theirs, string? ours) => Setups.For<EventTypesClashAnalyzer>().WithProject(project =>
    {
        var referenced = project.WithFile("Library.cs", "[DomainEvent] public partial class OrderPlaced;").WithAssemblyName(library);
        referenced = theirs is null ? referenced : referenced.WithBuildProperty("DomainEventsNamespace", theirs);
        project = project.WithLibrary(GeneratorRunner.Run(new DomainEventGenerator(), referenced)).WithAssemblyName("Billing");
        return ours is null ? project : project.WithBuildProperty("DomainEventsNamespace", ours);
    });
}
