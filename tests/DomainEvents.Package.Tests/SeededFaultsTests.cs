using System.Text.RegularExpressions;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>A solution of a user's, with faults in it: a build shows them, and <c>dotnet format</c> alone takes them out.</summary>
public sealed partial class SeededFaultsTests(PackageFixture packages)
{
    private const string Client = "tests/DomainEvents.Package.Tests/Clients/Shop";

    [Fact]
    public async Task Build_shows_the_seeded_faults_and_format_takes_the_solution_to_clean()
    {
        await packages.PackAsync("src/DomainEvents");
        PackageConsumer consumer = packages.CreateConsumer("shop").WithFolder(packages.SourceFolder(Client));
        string[] seeded = Seeded(packages.SourceFolder(Client));
        string version = $"-p:DomainEventsVersion={packages.Version}";

        DotnetResult before = await consumer.RunAsync("build", "Shop.slnx", version);
        Assert.Equal(seeded, Reported(before));

        (await consumer.FormatAsync(
            new Dictionary<string, string> { ["DomainEventsVersion"] = packages.Version },
            ["analyzers", "Shop.slnx", "--no-restore", "--severity", "info", "--diagnostics", .. seeded])).AssertSuccess();

        DotnetResult after = (await consumer.RunAsync("build", "Shop.slnx", "--no-incremental", version)).AssertSuccess();
        Assert.Equal([], after.Output.Split('\n').Where(static line => RuleId().IsMatch(line)).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(": warning ", after.Output, StringComparison.Ordinal);
        Assert.Equal(
            "confirmed O-1\nreceipt O-1\nFalse",
            (await consumer.ExecuteAsync("Shop.App/bin/Debug/net10.0/Shop.App.dll")).AssertSuccess().Output.Trim());
    }

    /// <summary>The solution's files say what is seeded where; the rules' own tests compare that with the rules that have a fix.</summary>
    private static string[] Seeded(string folder) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => SeededId().Matches(File.ReadAllText(file)))
            .Select(static match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Reported(DotnetResult build) =>
        RuleId().Matches(build.Output).Select(static match => match.Groups[1].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    [GeneratedRegex(@": (?:error|warning) (DEVT[0-9]{4}): ")]
    private static partial Regex RuleId();

    [GeneratedRegex("DEVT[0-9]{4}")]
    private static partial Regex SeededId();
}
