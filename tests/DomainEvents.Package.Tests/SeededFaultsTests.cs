using System.Text.RegularExpressions;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>A solution of a user's, with faults in it: a build shows them, and <c>dotnet format</c> alone takes them out.</summary>
public sealed partial class SeededFaultsTests(PackageFixture packages)
{
    private const string Client = "tests/DomainEvents.Package.Tests/Clients/Shop";

    // In the order of their ids, as everybody would pass them. The solution's files say where each is seeded.
    private static readonly string[] s_seeded =
    [
        "DEVT1001", "DEVT1004", "DEVT1010", "DEVT1102", "DEVT1104", "DEVT1206", "DEVT1301", "DEVT1304", "DEVT1305", "DEVT1307", "DEVT1308",
        "DEVT1313", "DEVT1401", "DEVT1405", "DEVT1408",
    ];

    [Fact]
    public async Task Build_shows_the_seeded_faults_and_format_takes_the_solution_to_clean()
    {
        await packages.PackAsync("src/DomainEvents");
        PackageConsumer consumer = packages.CreateConsumer("shop").WithFolder(packages.SourceFolder(Client));
        string version = $"-p:DomainEventsVersion={packages.Version}";

        DotnetResult before = await consumer.RunAsync("build", "Shop.slnx", version);
        Assert.Equal(s_seeded, Reported(before));

        (await consumer.FormatAsync(
            new Dictionary<string, string> { ["DomainEventsVersion"] = packages.Version },
            ["analyzers", "Shop.slnx", "--no-restore", "--severity", "info", "--diagnostics", .. s_seeded])).AssertSuccess();

        DotnetResult after = (await consumer.RunAsync("build", "Shop.slnx", "--no-incremental", version)).AssertSuccess();
        Assert.Equal([], after.Output.Split('\n').Where(static line => RuleId().IsMatch(line)).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(": warning ", after.Output, StringComparison.Ordinal);
        Assert.Equal(
            "confirmed O-1\nreceipt O-1\nFalse",
            (await consumer.ExecuteAsync("Shop.App/bin/Debug/net10.0/Shop.App.dll")).AssertSuccess().Output.Trim());
    }

    private static IEnumerable<string> Reported(DotnetResult build) =>
        RuleId().Matches(build.Output).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@": (?:error|warning) (DEVT[0-9]{4}): ")]
    private static partial Regex RuleId();
}
