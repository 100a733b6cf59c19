namespace DomainEvents.RoslynTesting.Tests;

public sealed class PackageFixtureTests : IDisposable
{
    private const string Library = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
        </Project>
        """;

    private readonly string _source = Directory.CreateTempSubdirectory("packed-source-").FullName;

    public void Dispose() => Directory.Delete(_source, recursive: true);

    [Fact]
    public async Task Consumer_sees_the_packed_library_and_the_source_stays_untouched()
    {
        Write("src/Greeting.Library/Greeting.Library.csproj", Library);
        Write("src/Greeting.Library/Greeting.cs", "public static class Greeting { public const string Text = \"packed\"; }");
        using var packages = new PackageFixture(_source);

        string path = await packages.PackAsync("src/Greeting.Library");
        PackageConsumer consumer = packages.CreateConsumer("App")
            .WithFile("App.csproj", $"""
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup><TargetFramework>net10.0</TargetFramework><OutputType>Exe</OutputType></PropertyGroup>
                  <ItemGroup><PackageReference Include="Greeting.Library" Version="{packages.Version}" /></ItemGroup>
                </Project>
                """)
            .WithFile("Program.cs", "System.Console.WriteLine(Greeting.Text);");
        DotnetResult run = await consumer.RunAsync("run");

        Assert.True(File.Exists(path));
        Assert.Equal("packed", run.AssertSuccess().Output.TrimEnd());
        Assert.Throws<RoslynTestException>(() => run.AssertFailure("packed"));
        Assert.Equal(path, await packages.PackAsync("src/Greeting.Library"));
        Assert.False(Directory.Exists(Path.Combine(_source, "src/Greeting.Library/obj")));
    }

    [Fact]
    public async Task Pack_project_that_does_not_build_is_red()
    {
        Write("src/Broken/Broken.csproj", Library);
        Write("src/Broken/Broken.cs", "class Broken : Missing;");
        using var packages = new PackageFixture(_source);

        Assert.Contains("CS0246", (await Assert.ThrowsAsync<RoslynTestException>(() => packages.PackAsync("src/Broken"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cli_reports_exit_code_and_output_of_both_streams()
    {
        DotnetResult result = await DotnetCli.RunAsync(_source, ["build", "missing.csproj"]);

        Assert.Throws<RoslynTestException>(() => result.AssertSuccess());
        Assert.Throws<RoslynTestException>(() => result.AssertFailure("other words"));
        result.AssertFailure("MSB1009");
    }

    [Fact]
    public async Task Cli_command_that_takes_too_long_is_ended() =>
        Assert.Contains("took longer", (await Assert.ThrowsAsync<RoslynTestException>(
            () => DotnetCli.RunAsync(_source, ["--info"], timeOut: TimeSpan.FromMilliseconds(1)))).Message, StringComparison.Ordinal);

    private void Write(string path, string text)
    {
        string full = Path.Combine(_source, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
