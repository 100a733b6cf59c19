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

    private static readonly string[] s_entityFrameworkCore =
    [
        "README.md",
        "lib/net10.0/DomainEvents.EntityFrameworkCore.dll",
        "lib/net10.0/DomainEvents.EntityFrameworkCore.xml",
    ];

    private static readonly string[] s_outbox =
    [
        "README.md",
        "lib/net10.0/DomainEvents.Outbox.dll",
        "lib/net10.0/DomainEvents.Outbox.xml",
        "lib/net8.0/DomainEvents.Outbox.dll",
        "lib/net8.0/DomainEvents.Outbox.xml",
    ];

    private static readonly string[] s_postgreSql =
    [
        "README.md",
        "lib/net10.0/DomainEvents.Outbox.PostgreSql.dll",
        "lib/net10.0/DomainEvents.Outbox.PostgreSql.xml",
        "lib/net8.0/DomainEvents.Outbox.PostgreSql.dll",
        "lib/net8.0/DomainEvents.Outbox.PostgreSql.xml",
    ];

    private static readonly string[] s_rabbitMq =
    [
        "README.md",
        "lib/net10.0/DomainEvents.RabbitMQ.dll",
        "lib/net10.0/DomainEvents.RabbitMQ.xml",
        "lib/net8.0/DomainEvents.RabbitMQ.dll",
        "lib/net8.0/DomainEvents.RabbitMQ.xml",
    ];

    private static readonly string[] s_sqlite =
    [
        "README.md",
        "lib/net10.0/DomainEvents.Outbox.Sqlite.dll",
        "lib/net10.0/DomainEvents.Outbox.Sqlite.xml",
        "lib/net8.0/DomainEvents.Outbox.Sqlite.dll",
        "lib/net8.0/DomainEvents.Outbox.Sqlite.xml",
    ];

    private static readonly string[] s_tool =
    [
        "README.md",
        "tools/net8.0/any/DomainEvents.Outbox.PostgreSql.dll",
        "tools/net8.0/any/DomainEvents.Outbox.PostgreSql.xml",
        "tools/net8.0/any/DomainEvents.Outbox.Sqlite.dll",
        "tools/net8.0/any/DomainEvents.Outbox.Sqlite.xml",
        "tools/net8.0/any/DomainEvents.Outbox.Tool.deps.json",
        "tools/net8.0/any/DomainEvents.Outbox.Tool.dll",
        "tools/net8.0/any/DomainEvents.Outbox.Tool.runtimeconfig.json",
        "tools/net8.0/any/DomainEvents.Outbox.dll",
        "tools/net8.0/any/DomainEvents.Outbox.xml",
        "tools/net8.0/any/DomainEvents.dll",
        "tools/net8.0/any/DomainEvents.xml",
        "tools/net8.0/any/DotnetToolSettings.xml",
        "tools/net8.0/any/Microsoft.Data.Sqlite.dll",
        "tools/net8.0/any/Microsoft.Extensions.Configuration.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.DependencyInjection.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.Diagnostics.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.FileProviders.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.Hosting.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.Logging.Abstractions.dll",
        "tools/net8.0/any/Microsoft.Extensions.Options.dll",
        "tools/net8.0/any/Microsoft.Extensions.Primitives.dll",
        "tools/net8.0/any/Npgsql.dll",
        "tools/net8.0/any/SQLitePCLRaw.batteries_v2.dll",
        "tools/net8.0/any/SQLitePCLRaw.core.dll",
        "tools/net8.0/any/SQLitePCLRaw.provider.e_sqlite3.dll",
        "tools/net8.0/any/System.Diagnostics.DiagnosticSource.dll",
    ];

    private static readonly string[] s_testing =
    [
        "README.md",
        "lib/net10.0/DomainEvents.Testing.dll",
        "lib/net10.0/DomainEvents.Testing.xml",
        "lib/net8.0/DomainEvents.Testing.dll",
        "lib/net8.0/DomainEvents.Testing.xml",
    ];

    [Fact]
    public async Task Runtime_package_holds_what_is_listed() => Assert.Equal(s_runtime, await EntriesAsync("src/DomainEvents"));

    [Fact]
    public async Task Hosting_package_holds_what_is_listed() => Assert.Equal(s_hosting, await EntriesAsync("src/DomainEvents.Hosting"));

    [Fact]
    public async Task EntityFrameworkCore_package_holds_what_is_listed() =>
        Assert.Equal(s_entityFrameworkCore, await EntriesAsync("src/DomainEvents.EntityFrameworkCore"));

    [Fact]
    public async Task Outbox_package_holds_what_is_listed() => Assert.Equal(s_outbox, await EntriesAsync("src/DomainEvents.Outbox"));

    [Fact]
    public async Task PostgreSql_package_holds_what_is_listed() => Assert.Equal(s_postgreSql, await EntriesAsync("src/DomainEvents.Outbox.PostgreSql"));

    [Fact]
    public async Task RabbitMq_package_holds_what_is_listed() => Assert.Equal(s_rabbitMq, await EntriesAsync("src/DomainEvents.RabbitMQ"));

    [Fact]
    public async Task Sqlite_package_holds_what_is_listed() => Assert.Equal(s_sqlite, await EntriesAsync("src/DomainEvents.Outbox.Sqlite"));

    [Fact]
    public async Task Tool_package_holds_what_is_listed_and_SQLite_for_every_machine()
    {
        const string Natives = "tools/net8.0/any/runtimes/";
        var entries = await EntriesAsync("src/DomainEvents.Outbox.Tool");

        Assert.Equal(s_tool, entries.Where(static name => !name.StartsWith(Natives, StringComparison.Ordinal)));
        Assert.All(entries.Except(s_tool), static name => Assert.Contains("e_sqlite3", name, StringComparison.Ordinal));
        Assert.Superset(
            new HashSet<string>([Natives + "linux-x64/native/libe_sqlite3.so", Natives + "osx-arm64/native/libe_sqlite3.dylib", Natives + "win-x64/native/e_sqlite3.dll"]),
            entries.ToHashSet());
    }

    [Fact]
    public async Task Testing_package_holds_what_is_listed() => Assert.Equal(s_testing, await EntriesAsync("src/DomainEvents.Testing"));

    [Fact]
    public async Task Testing_package_depends_on_the_runtime_alone()
    {
        var specification = await SpecificationAsync("DomainEvents.Testing");

        Assert.Equal(2, specification.Split("<dependency ").Length - 1);
        Assert.Equal(2, specification.Split($"""<dependency id="DomainEvents" version="{packages.Version}" include="All" />""").Length - 1);
    }

    [Fact]
    public async Task Hosting_package_lets_the_generator_flow_to_its_consumers()
    {
        var specification = await SpecificationAsync("DomainEvents.Hosting");

        Assert.Contains($"""<dependency id="DomainEvents" version="{packages.Version}" include="All" />""", specification, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DomainEvents.Outbox", "DomainEvents")]
    [InlineData("DomainEvents.Outbox.Sqlite", "DomainEvents.Outbox")]
    [InlineData("DomainEvents.Outbox.PostgreSql", "DomainEvents.Outbox")]
    [InlineData("DomainEvents.EntityFrameworkCore", "DomainEvents.Outbox")]
    [InlineData("DomainEvents.RabbitMQ", "DomainEvents.Outbox")]
    public async Task Package_over_another_lets_the_generator_flow_to_its_consumers(string package, string below) => Assert.Contains(
        $"""<dependency id="{below}" version="{packages.Version}" include="All" />""", await SpecificationAsync(package), StringComparison.Ordinal);

    private async Task<string> SpecificationAsync(string name)
    {
        using var package = ZipFile.OpenRead(await packages.PackAsync("src/" + name));
        using var reader = new StreamReader(package.GetEntry(name + ".nuspec")!.Open());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
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
