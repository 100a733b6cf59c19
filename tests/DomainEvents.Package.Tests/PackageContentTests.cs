using System.IO.Compression;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Every entry of every package: nothing missing, nothing that nobody meant to ship.</summary>
public class PackageContentTests(PackageFixture packages)
{
    private static readonly string[] s_runtime =
    [
        "README.md",
        "analyzers/dotnet/cs/DomainEvents.Analyzers.dll",
        "analyzers/dotnet/cs/DomainEvents.CodeFixes.dll",
        "analyzers/dotnet/cs/DomainEvents.Generators.dll",
        "analyzers/dotnet/cs/ko/DomainEvents.Analyzers.resources.dll",
        "analyzers/dotnet/cs/ko/DomainEvents.CodeFixes.resources.dll",
        "build/DomainEvents.targets",
        "buildTransitive/DomainEvents.targets",
        "config/DomainEvents.default.globalconfig",
        "config/DomainEvents.none.globalconfig",
        "config/DomainEvents.strict.globalconfig",
        "lib/net10.0/DomainEvents.dll",
        "lib/net10.0/DomainEvents.xml",
        "lib/net8.0/DomainEvents.dll",
        "lib/net8.0/DomainEvents.xml",
    ];

    private static readonly string[] s_hosting =
    [
        "README.md",
        "lib/net10.0/DomainEvents.Hosting.dll",
        "lib/net10.0/DomainEvents.Hosting.xml",
        "lib/net8.0/DomainEvents.Hosting.dll",
        "lib/net8.0/DomainEvents.Hosting.xml",
    ];

    [Fact]
    public async Task Runtime_package_holds_what_is_listed() => Assert.Equal(s_runtime, await EntriesAsync("src/DomainEvents"));

    [Fact]
    public async Task Hosting_package_holds_what_is_listed() => Assert.Equal(s_hosting, await EntriesAsync("src/DomainEvents.Hosting"));

    [Fact]
    public async Task Hosting_package_lets_the_generator_flow_to_its_consumers()
    {
        using var package = ZipFile.OpenRead(await packages.PackAsync("src/DomainEvents.Hosting"));
        using var reader = new StreamReader(package.GetEntry("DomainEvents.Hosting.nuspec")!.Open());
        var specification = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Contains($"""<dependency id="DomainEvents" version="{packages.Version}" include="All" />""", specification, StringComparison.Ordinal);
    }

    private async Task<List<string>> EntriesAsync(string project)
    {
        using var package = ZipFile.OpenRead(await packages.PackAsync(project));
        return [.. package.Entries
            .Select(entry => entry.FullName)
            .Where(name => name is not "[Content_Types].xml" and not "_rels/.rels" && !name.EndsWith(".nuspec", StringComparison.Ordinal) && !name.EndsWith(".psmdcp", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }
}
