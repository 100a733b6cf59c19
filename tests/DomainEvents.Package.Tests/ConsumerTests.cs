using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>A fresh project that knows the packages only as packages.</summary>
public class ConsumerTests(PackageFixture packages)
{
    private const string Hosting = "src/DomainEvents.Hosting";

    [Fact]
    public async Task Console_project_with_hosting_alone_runs_the_designed_code()
    {
        await packages.PackAsync(Hosting);
        var consumer = packages.CreateConsumer("designed")
            .WithFile("designed.csproj", ConsumerProject.CSharp($"""<PackageReference Include="DomainEvents.Hosting" Version="{packages.Version}" />""", "<OutputType>Exe</OutputType><RootNamespace>Shop</RootNamespace><DomainEventsNamespace>Shop</DomainEventsNamespace>"))
            .WithFile("Events.cs", DesignedCode.Events)
            .WithFile("Handlers.cs", DesignedCode.Handlers)
            .WithFile("Program.cs", DesignedCode.Program);

        var run = (await consumer.RunAsync("run")).AssertSuccess();

        Assert.Equal(
            """
            seen Momentum
            fired SPX
            mails 1
            strategy.created
            strategy.created
            2
            """,
            string.Join('\n', run.Output.Split('\n').Take(6)));
        Assert.Contains("ArgumentException: 'strategyId' of event strategy.created (StrategyCreated) must not be blank.", run.Output, StringComparison.Ordinal);
        Assert.Contains("ArgumentNullException: 'memo' of event strategy.created", run.Output, StringComparison.Ordinal);
        Assert.Contains("ArgumentException: 'Symbol' of event trigger.fired (TriggerFired) must not be blank.", run.Output, StringComparison.Ordinal);
        Assert.Contains("ArgumentNullException: 'Symbol' of event trigger.fired", run.Output, StringComparison.Ordinal);
        Assert.Contains("AsyncHandlersException: ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("nothing thrown", run.Output, StringComparison.Ordinal);
    }
}
