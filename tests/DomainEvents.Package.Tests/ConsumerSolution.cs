using DomainEvents.RoslynTesting;

namespace DomainEvents.Package.Tests;

/// <summary>Consumers that are restored and built in one go, because starting a build costs more than they do; each test looks at its own projects.</summary>
public abstract class ConsumerSolution
{
    private readonly PackageFixture _packages;
    private readonly PackageConsumer _consumer;
    private readonly List<string> _projects = [];
    private readonly Lazy<Task<DotnetResult>> _build;

    protected ConsumerSolution(PackageFixture packages, string name)
    {
        _packages = packages;
        _consumer = packages.CreateConsumer(name);
        _build = new Lazy<Task<DotnetResult>>(BuildOnceAsync);
    }

    protected string Version => _packages.Version;

    /// <summary>Fails when the build says anything of the project, or did not write its assembly.</summary>
    public async Task AssertBuiltAsync(string project, string targetFramework = "net10.0")
    {
        Assert.Equal([], await MessagesAsync(project));
        Assert.True(File.Exists(Output(project, targetFramework, Path.GetFileName(project) + ".dll")), (await _build.Value).Output);
    }

    /// <summary>The warnings and errors of a project, once each.</summary>
    public async Task<IReadOnlyList<string>> MessagesAsync(string project)
    {
        string file = "/" + Path.GetFileName(ProjectFile(project));
        return [.. (await _build.Value).Output.Split('\n').Select(static line => line.Trim()).Distinct().Where(line =>
            line.Contains(file, StringComparison.Ordinal)
            && (line.Contains(": warning ", StringComparison.Ordinal) || line.Contains(": error ", StringComparison.Ordinal)))];
    }

    /// <summary>What a program prints; it must have been built without a word, and succeed.</summary>
    public async Task<string> RunAsync(string project)
    {
        await AssertBuiltAsync(project);
        return (await _consumer.ExecuteAsync(Output(project, "net10.0", Path.GetFileName(project) + ".dll"))).AssertSuccess().Output.TrimEnd();
    }

    /// <summary>The assemblies that lie beside a program.</summary>
    public IEnumerable<string> AssembliesBeside(string project) =>
        Directory.EnumerateFiles(Output(project, "net10.0", ""), "*.dll").Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    /// <summary>Adds a project with one source file.</summary>
    /// <param name="project">Its folder, whose last part is the name of project and assembly.</param>
    /// <param name="definition">The project file.</param>
    /// <param name="source">The source file.</param>
    /// <param name="language">The extension of sources; projects have the same with <c>proj</c> behind it.</param>
    protected void Add(string project, string definition, string source, string language = "cs")
    {
        string file = $"{project}/{Path.GetFileName(project)}.{language}proj";
        _projects.Add(file);
        Write(file, definition);
        Write($"{project}/Program.{language}", source);
    }

    /// <summary>Waits until the build is over, however it went.</summary>
    protected Task BuiltAsync() => _build.Value;

    /// <summary>The path of a file of a project.</summary>
    protected string FileOf(string project, string file) => Path.Combine(_consumer.Folder, project, file);

    protected void Write(string file, string text) => _consumer.WithFile(file, text);

    private string ProjectFile(string project) => _projects.Single(file => file.StartsWith(project + "/", StringComparison.Ordinal));

    private string Output(string project, string targetFramework, string file) => Path.Combine(_consumer.Folder, project, "bin", "Debug", targetFramework, file);

    private async Task<DotnetResult> BuildOnceAsync()
    {
        await _packages.PackAsync("src/DomainEvents");
        Write("shapes.slnx", ConsumerProject.Solution(_projects));
        return await _consumer.RunAsync("build", "shapes.slnx");
    }
}
