using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The samples show how events are written, so no rule may have anything to say about them.</summary>
public class SampleTests
{
    public static TheoryData<string> Samples => new(Directory.EnumerateDirectories(Repository.PathOf("samples"))
        .Where(static folder => Directory.EnumerateFiles(folder, "*.csproj").Any())
        .Select(static folder => Path.GetFileName(folder)!));

    /// <summary>Programs in the shapes that users write: orders and buyers, entities that collect events, a screen with prices.</summary>
    public static TheoryData<string> Programs => new(Directory.EnumerateDirectories(Repository.PathOf("tests/DomainEvents.Analyzers.Tests/Realistic"))
        .Select(static folder => Path.GetFileName(folder)!));

    [Theory]
    [MemberData(nameof(Samples))]
    public Task Sample_displeases_no_rule(string sample) => VerifyAsync("samples/" + sample, sample);

    [Theory]
    [MemberData(nameof(Programs))]
    public Task Program_of_a_user_displeases_no_rule(string program) =>
        VerifyAsync("tests/DomainEvents.Analyzers.Tests/Realistic/" + program, program);

    private static async Task VerifyAsync(string path, string sample)
    {
        string folder = Repository.PathOf(path);
        SourceFile[] sources = [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(file => new SourceFile(Path.GetRelativePath(folder, file).Replace('\\', '/'), File.ReadAllText(file)))
            .Where(static file => !file.Path.Split('/').Any(static part => part is "bin" or "obj"))];
        AnalyzerSetup setup = Setups.ForAll()
            .WithReferences(typeof(Hosting.CompilerServices.DomainEventsRegistration).Assembly, typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider).Assembly)
            .WithReferences(typeof(Persistence.SqliteOutboxExtensions).Assembly, typeof(Microsoft.Data.Sqlite.SqliteConnection).Assembly, typeof(Microsoft.Extensions.Hosting.Host).Assembly)
            .WithProject(project => project.WithFiles([.. project.Files, .. sources]).AsExecutable()
                // As the SDK says it for every project: packages may be compiled against earlier frameworks.
                .WithSeverity("CS1701", ReportDiagnostic.Suppress).WithSeverity("CS1702", ReportDiagnostic.Suppress)
                .WithAssemblyName(sample).WithBuildProperty("DomainEventsCompositionRoot", "true"));

        await AnalyzerRunner.VerifyAsync(setup, setup.Project);
        Assert.Contains(GeneratorRunner.Run([.. setup.Generators], setup.Project).Hints, static hint => hint == "EventTypes.g.cs");
    }
}
