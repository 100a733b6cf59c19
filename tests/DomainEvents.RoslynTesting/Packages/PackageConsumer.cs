namespace DomainEvents.RoslynTesting;

/// <summary>A project outside the repository that knows the packages only from their feed.</summary>
public sealed class PackageConsumer
{
    private readonly string _feed;
    private readonly Dictionary<string, string> _environment;

    internal PackageConsumer(string folder, string feed, string cache, CompilerServer compiler)
    {
        Folder = folder;
        _feed = feed;
        _environment = new Dictionary<string, string>(compiler.Environment) { ["NUGET_PACKAGES"] = cache };
    }

    /// <summary>Where its files lie.</summary>
    public string Folder { get; }

    /// <summary>Writes a file of the project.</summary>
    public PackageConsumer WithFile(string path, string text)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>Copies a folder of files, such as a solution that is kept beside the tests.</summary>
    public PackageConsumer WithFolder(string source)
    {
        foreach (string file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            WithFile(Path.GetRelativePath(source, file), File.ReadAllText(file));
        }

        return this;
    }

    /// <summary>Runs <c>dotnet format</c> there, which takes no properties: it gets feed and version by the environment.</summary>
    /// <param name="properties">MSBuild properties by name.</param>
    /// <param name="arguments">What stands behind <c>format</c>.</param>
    public Task<DotnetResult> FormatAsync(IReadOnlyDictionary<string, string> properties, params IEnumerable<string> arguments) => DotnetCli.RunAsync(
        Folder,
        ["format", .. arguments],
        new Dictionary<string, string>([.. _environment, .. properties, KeyValuePair.Create("RestoreAdditionalProjectSources", _feed)]));

    /// <summary>Runs dotnet there: <c>build</c>, <c>run</c>, <c>publish</c>. The feed is added to the machine's sources by a property, so that no nuget.config is needed.</summary>
    public Task<DotnetResult> RunAsync(string command, params IEnumerable<string> arguments) =>
        DotnetCli.RunAsync(Folder, [command, $"-p:RestoreAdditionalProjectSources={_feed}", .. arguments], _environment);

    /// <summary>Runs a program that was built there and needs no runtime.</summary>
    /// <param name="program">Its path from the consumer's folder.</param>
    public Task<DotnetResult> ExecuteNativeAsync(string program) => DotnetCli.RunProgramAsync(Path.Combine(Folder, program), Folder);

    /// <summary>Runs a program that was built there.</summary>
    /// <param name="assembly">The path of its assembly from the consumer's folder.</param>
    public Task<DotnetResult> ExecuteAsync(string assembly) => DotnetCli.RunAsync(Folder, [Path.Combine(Folder, assembly)], _environment);
}
