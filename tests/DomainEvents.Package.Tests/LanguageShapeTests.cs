namespace DomainEvents.Package.Tests;

/// <summary>The package DomainEvents alone, in every language version and kind of project that it promises to serve.</summary>
public class LanguageShapeTests(LanguageShapes shapes) : IClassFixture<LanguageShapes>
{
    [Theory]
    [InlineData("9")]
    [InlineData("12")]
    [InlineData("13")]
    [InlineData("14")]
    [InlineData("latest")]
    public async Task Language_version_compiles_what_is_generated_and_runs_it(string version) =>
        Assert.Equal("placed O-1\npaid O-1\ndone", await shapes.RunAsync("csharp" + version));

    [Fact]
    public async Task Package_alone_brings_one_assembly_and_runs_handlers_without_a_container()
    {
        Assert.Equal("placed O-1\npaid O-1\ndone", await shapes.RunAsync("csharplatest"));
        Assert.Equal(["DomainEvents.dll", "csharplatest.dll"], shapes.AssembliesBeside("csharplatest"));
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net9.0")]
    [InlineData("net10.0")]
    public Task Library_for_several_frameworks_builds_for_each(string targetFramework) => shapes.AssertBuiltAsync("multitarget", targetFramework);

    [Fact]
    public async Task Test_project_is_an_executable_but_no_composition_root() => Assert.Equal("done", await shapes.RunAsync("testlike"));

    [Fact]
    public async Task FSharp_project_builds_without_a_warning_and_publishes() => Assert.Equal("placed O-1", await shapes.RunAsync("fsharp"));

    [Fact]
    public async Task Visual_Basic_project_builds_without_a_warning_and_publishes() => Assert.Equal("placed order.placed", await shapes.RunAsync("basic"));

    [Fact]
    public async Task Visual_Basic_project_uses_events_and_handlers_that_are_defined_in_CSharp() => Assert.Equal(
        "sold 2 A-1\nA-1 item.counted, later 9\nTrue\nrefused sku", (await shapes.RunAsync("basicstock")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task FSharp_project_uses_events_and_handlers_that_are_defined_in_CSharp() => Assert.Equal(
        "sold 2 A-1\ncounted A-1 item.counted", (await shapes.RunAsync("fsharpstock")).ReplaceLineEndings("\n"));
}
