using System.Text.RegularExpressions;
using DomainEvents.Generators.Dispatch;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Generators.Tests.Dispatch;

/// <summary>What the documentation of events says of their handlers.</summary>
public sealed partial class HandledEventTests
{
    private const string Handlers = """
        namespace Shop
        {
            internal interface IOrderEvent : IDomainEvent;
            internal sealed class Mail : IDomainEventHandler<Orders.OrderPlaced> { public void Handle(Orders.OrderPlaced e) { /* body */ } }
            internal static class Audit { [DomainEventHandler] internal static void On(IOrderEvent e) { } }
        }
        """;

    [Fact]
    public void Documented_event_names_its_handlers()
    {
        GeneratorResult result = Run("/// <summary>Placed.</summary>\n[DomainEvent] public partial class OrderPlaced : IOrderEvent { }");

        Assert.Equal("Handled by <see cref=\"T:Shop.Mail\" />, <see cref=\"T:Shop.Audit\" /> (<c>On</c>).", Remarks(result));
    }

    [Fact]
    public void Nested_event_without_a_comment_names_its_handlers_where_nobody_else_sees_it()
    {
        GeneratorResult result = Run("internal static partial class Order { [DomainEvent] internal sealed partial record Paid(string Id) : IOrderEvent; }");

        Assert.Contains("cref=\"T:Shop.Audit\"", Documentation(result, "Shop.Orders.Order+Paid"), StringComparison.Ordinal);
    }

    [Fact]
    public void Remarks_of_the_user_stay_the_only_ones()
    {
        string documentation = Documentation(Run("/// <summary>Placed.</summary>\n/// <remarks>Mine.</remarks>\n[DomainEvent] public partial class OrderPlaced : IOrderEvent { }"), "Shop.Orders.OrderPlaced");

        Assert.Single(Regex.Matches(documentation, "<remarks>"));
        Assert.Contains("<seealso cref=\"T:Shop.Mail\" />", documentation, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[DomainEvent] public partial class OrderPlaced : IOrderEvent { }", true)]
    [InlineData("/// <summary>Placed.</summary>\n[DomainEvent] public partial class OrderPlaced : IOrderEvent { }", false)]
    public void Nothing_is_written_where_it_would_hide_a_warning_or_nobody_reads_it(string domainEvent, bool isDocumented)
    {
        TestProject plain = TestProject.Create(Project(domainEvent).Files.Where(static file => file.Path.StartsWith("Source", StringComparison.Ordinal)).Select(static file => file.Text))
            .WithAssemblyName("Shop").WithImplicitUsings("DomainEvents").WithReferences(typeof(IDomainEvent).Assembly);

        Assert.False(GeneratorRunner.Run([new DomainEventGenerator()], isDocumented ? plain.WithDocumentation() : plain, GeneratorChecks.None).Has("HandledBy"));
    }

    [Fact]
    public void New_handler_changes_no_file_of_an_event()
    {
        TestProject project = Project("/// <summary>Placed.</summary>\n[DomainEvent] public partial class OrderPlaced : IOrderEvent { }");
        GeneratorResult before = GeneratorRunner.Run([new DomainEventGenerator()], project);
        GeneratorResult after = GeneratorRunner.Run(
            [new DomainEventGenerator()],
            project.WithFile("More.cs", "namespace Shop; internal sealed class More : IDomainEventHandler<Orders.OrderPlaced> { public void Handle(Orders.OrderPlaced e) { } }"));

        Assert.Contains("More", after.Source("HandledBy"), StringComparison.Ordinal);
        Assert.All(
            before.Files.Where(static file => !file.Hint.StartsWith("DomainEvents.", StringComparison.Ordinal)),
            file => Assert.Equal(file.Text, after.File(file.Hint).Text));
    }

    [Fact]
    public void Edit_of_a_body_writes_nothing()
    {
        var runner = IncrementalRunner.Start(new DispatchOnlyGenerator(), Project("/// <summary>Placed.</summary>\n[DomainEvent] public partial class OrderPlaced : IOrderEvent { }"));

        runner.Edit(static project => project.Replace("/* body */", "System.Console.WriteLine();"))
            .Expect(DispatchSteps.HandledEvents, IncrementalStepRunReason.Cached).ExpectOutputsCached();
    }

    private static TestProject Project(string domainEvent) => Assemblies.Root("Shop", "namespace Shop.Orders;\n" + (domainEvent.Contains("OrderPlaced", StringComparison.Ordinal)
        ? domainEvent
        : domainEvent + "\n[DomainEvent] internal partial class OrderPlaced : IOrderEvent { }"), Handlers);

    private static GeneratorResult Run(string domainEvent) => GeneratorRunner.Run([new DomainEventGenerator()], Project(domainEvent));

    private static string Remarks(GeneratorResult result) => Spaces().Replace(
        Documentation(result, "Shop.Orders.OrderPlaced").Split("<remarks>")[1].Split("</remarks>")[0], " ").Trim();

    private static string Documentation(GeneratorResult result, string type) =>
        result.Compilation.GetTypeByMetadataName(type)!.GetDocumentationCommentXml(cancellationToken: TestContext.Current.CancellationToken)!;

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
