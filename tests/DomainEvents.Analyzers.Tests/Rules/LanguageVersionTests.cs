using DomainEvents.Analyzers.Rules;
using DomainEvents.Generators;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Analyzers.Tests.Rules;

public class LanguageVersionTests
{
    private const string Source = """
        using DomainEvents;
        namespace Shop
        {
            [DomainEvent]
            public partial class OrderPlaced { public string OrderId { get; } public string Carrier { get; } }

            [DomainEvent]
            public abstract partial class OrderEvent { public string OrderId { get; } }

            [DomainEvent]
            public partial class OrderShipped : OrderEvent { public System.Guid Id { get; } }

            public class Receipt : IDomainEventHandler<OrderPlaced> { public void Handle(OrderPlaced domainEvent) { } }

            public static class Audit { [DomainEventHandler] public static void On(OrderShipped domainEvent) { } }
        }
        """;

    [Theory]
    [InlineData(LanguageVersion.CSharp8, "8.0")]
    [InlineData(LanguageVersion.CSharp7_3, "7.3")]
    [InlineData(LanguageVersion.CSharp6, "6")]
    public Task Event_in_too_old_a_language_is_reported(LanguageVersion version, string text) => AnalyzerRunner.VerifyAsync(
        AnalyzerSetup.For<LanguageVersionAnalyzer>().WithReferences(typeof(DomainEventAttribute).Assembly)
            .WithProject(project => Old(project, version)),
        "using DomainEvents; [DomainEvent] public partial class {|DEVT1009:OrderPlaced|} { public string OrderId { get; } } public class Order { }",
        new ExpectedDiagnostic("DEVT1009", DiagnosticSeverity.Error, $"The generated part of 'OrderPlaced' needs C# 9 or later, and the project compiles as C# {text}; raise or remove LangVersion"));

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Latest)]
    [InlineData(LanguageVersion.Preview)]
    public async Task Version_in_which_the_output_compiles_is_left_alone(LanguageVersion version)
    {
        var setup = AnalyzerSetup.For<LanguageVersionAnalyzer>().WithReferences(typeof(DomainEventAttribute).Assembly)
            .WithProject(project => Old(project, version).WithBuildProperty("DomainEventsCompositionRoot", "true"));

        await AnalyzerRunner.VerifyAsync(setup.WithGenerators(new DomainEventGenerator()), Source);
        GeneratorRunner.Run(new DomainEventGenerator(), setup.ProjectOf(Source));
    }

    [Fact]
    public async Task Nothing_is_generated_in_the_version_before()
    {
        var setup = AnalyzerSetup.For<LanguageVersionAnalyzer>().WithReferences(typeof(DomainEventAttribute).Assembly)
            .WithProject(static project => Old(project, LanguageVersion.CSharp8));
        var result = GeneratorRunner.Run(new DomainEventGenerator(), setup.ProjectOf(Source), GeneratorChecks.NoException);

        Assert.Empty(result.Files);
        await AnalyzerRunner.VerifySuppressibleAsync(setup, "using DomainEvents; [DomainEvent] public partial class OrderPlaced { }");
    }

    private static TestProject Old(TestProject project, LanguageVersion version) =>
        project.WithLanguageVersion(version).WithNullable(NullableContextOptions.Disable);
}
