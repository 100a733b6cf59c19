using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Fresh projects that know the packages only as packages.</summary>
public class ConsumerTests(PackageFixture packages)
{
    private const string Hosting = "src/DomainEvents.Hosting";

    [Fact]
    public async Task Console_project_with_hosting_alone_runs_the_designed_code()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("designed")
            .WithFile("designed.csproj", Project("""<PackageReference Include="DomainEvents.Hosting" Version="$version" />""", "<OutputType>Exe</OutputType><RootNamespace>Shop</RootNamespace><DomainEventsNamespace>Shop</DomainEventsNamespace>"))
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

    [Fact]
    public async Task Diagnostics_reach_a_project_that_gets_the_package_through_a_library()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("transitive")
            .WithFile("lib/lib.csproj", Project("""<PackageReference Include="DomainEvents.Hosting" Version="$version" />"""))
            .WithFile("lib/Placed.cs", "[DomainEvents.DomainEvent] public partial class OrderPlaced { public string OrderId { get; } }")
            .WithFile("app/app.csproj", Project("""<ProjectReference Include="../lib/lib.csproj" />"""))
            .WithFile("app/Paid.cs", "[DomainEvents.DomainEvent] public class OrderPaid { }");

        (await consumer.RunAsync("build", "app")).AssertFailure("error DEVT1001: 'OrderPaid' must be partial");
    }

    [Fact]
    public async Task Diagnostics_are_in_korean_in_a_korean_build()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("korean")
            .WithFile("korean.csproj", Project("""<PackageReference Include="DomainEvents" Version="$version" />"""))
            .WithFile("Paid.cs", "[DomainEvents.DomainEvent] public class OrderPaid { }");

        (await consumer.RunAsync("build", "-p:PreferredUILang=ko")).AssertFailure("추가해야 합니다");
    }

    [Fact]
    public async Task Older_sdk_gets_one_clear_error()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("floor")
            .WithFile("floor.csproj", Project("""<PackageReference Include="DomainEvents" Version="$version" />"""))
            .WithFile("Paid.cs", "[DomainEvents.DomainEvent] public partial class OrderPaid { }");

        (await consumer.RunAsync("build", "-p:NETCoreSdkVersion=9.0.203")).AssertFailure("error DEVT0001: DomainEvents needs the .NET SDK 9.0.300 or newer");
    }

    [Theory]
    [InlineData("", "", "info DEVT1010")]
    [InlineData("Default", "", "info DEVT1010")]
    [InlineData("strict", "", "warning DEVT1010")]
    [InlineData("None", "", null)]
    [InlineData("Strict", "dotnet_diagnostic.DEVT1010.severity = none", null)]
    [InlineData("None", "dotnet_diagnostic.DEVT1010.severity = error", "error DEVT1010")]
    public async Task Analysis_mode_sets_severities_and_the_editorconfig_wins(string mode, string editorConfig, string? expected)
    {
        await PackAsync();
        var consumer = packages.CreateConsumer($"mode-{mode}-{editorConfig.Length}")
            .WithFile("lib/lib.csproj", Project("""<PackageReference Include="DomainEvents.Hosting" Version="$version" />"""))
            .WithFile("app/app.csproj", Project("""<ProjectReference Include="../lib/lib.csproj" />""", $"<DomainEventsAnalysisMode>{mode}</DomainEventsAnalysisMode><TreatWarningsAsErrors>false</TreatWarningsAsErrors><ErrorLog>found.sarif,version=2.1</ErrorLog>"))
            .WithFile("app/.editorconfig", $"root = true\n[*.cs]\n{editorConfig}\n")
            .WithFile("app/Paid.cs", "[DomainEvents.DomainEvent] public partial class OrderPaid; public class OrderPaidTwice : OrderPaid;");

        var build = await consumer.RunAsync("build", "app");

        // The build's own output says nothing of information.
        var log = File.ReadAllText(Path.Combine(consumer.Folder, "app/found.sarif"));
        var level = expected?.Split(' ')[0] switch { "info" => "note", var other => other };
        if (level is null)
        {
            Assert.DoesNotContain("\"ruleId\": \"DEVT1010\"", log, StringComparison.Ordinal);
        }
        else
        {
            Assert.Matches($"\"ruleId\": \"DEVT1010\",\\s+\"ruleIndex\": [0-9]+,\\s+\"level\": \"{level}\"", log);
        }

        Assert.Equal(level == "error", build.ExitCode != 0);
    }

    [Fact]
    public async Task Unknown_analysis_mode_is_an_error_that_names_the_known_ones()
    {
        await PackAsync();
        var consumer = packages.CreateConsumer("mode-unknown")
            .WithFile("mode.csproj", Project("""<PackageReference Include="DomainEvents" Version="$version" />""", "<DomainEventsAnalysisMode>All</DomainEventsAnalysisMode>"))
            .WithFile("Paid.cs", "[DomainEvents.DomainEvent] public partial class OrderPaid;");

        (await consumer.RunAsync("build")).AssertFailure("error DEVT0002: DomainEventsAnalysisMode is 'All'; write Default, Strict or None.");
    }

    private async Task PackAsync()
    {
        await packages.PackAsync("src/DomainEvents");
        await packages.PackAsync(Hosting);
    }

    private string Project(string references, string properties = "") =>
        ConsumerProject.CSharp(references.Replace("$version", packages.Version, StringComparison.Ordinal), properties);
}
