using System.Globalization;

namespace DomainEvents.RoslynTesting;

/// <summary>Packs the packages once in a run, under a version that never was before, and gives consumers a feed and a package folder of their own.</summary>
public sealed class PackageFixture : IDisposable
{
    /// <summary>The repository that the packages say they are from.</summary>
    public const string Repository = "https://github.com/DomainEvents/DomainEvents";

    /// <summary>The commit that the packages say they are made of.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    // What a build of the packages reads; tests, samples and outputs are no part of it.
    private static readonly string[] s_skipped = ["bin", "obj", "artifacts", "tests", "samples", "benchmarks", "docs", "data"];

    // The first pack builds the compiler components and the runtime, and on a busy machine that takes long.
    private static readonly TimeSpan s_packTimeOut = TimeSpan.FromMinutes(30);

    private readonly string _sourceRoot;
    private readonly string _folder = Directory.CreateTempSubdirectory("packages-").FullName;
    private readonly CompilerServer _compiler;
    private readonly Lazy<Task> _packed;

    /// <summary>Packs projects of this repository.</summary>
    public PackageFixture()
        : this(FindRepositoryRoot())
    {
    }

    internal PackageFixture(string sourceRoot)
    {
        _sourceRoot = sourceRoot;
        _compiler = new CompilerServer(_folder);
        _packed = new Lazy<Task>(PackAllAsync);
        Directory.CreateDirectory(Feed);
    }

    /// <summary>The version of every package of this run.</summary>
    public string Version { get; } = "0.0.0-test." + DateTime.UtcNow.ToString("yyyyMMddHHmmssfff", CultureInfo.InvariantCulture);

    /// <summary>A folder of the repository that the packages are made of, given from its root.</summary>
    public string SourceFolder(string path) => Path.Combine(_sourceRoot, path);

    /// <summary>The folder that consumers restore from, beside the sources of the machine.</summary>
    public string Feed => Path.Combine(_folder, "feed");

    /// <summary>Packs all packages, once however often it is asked for: one build of them together takes a third of the time of one build each.</summary>
    /// <param name="project">The folder, from the root of the repository, of the project whose package is wanted, such as <c>src/DomainEvents</c>.</param>
    /// <returns>The path of its package; the symbol package lies beside it.</returns>
    public async Task<string> PackAsync(string project)
    {
        await _packed.Value.ConfigureAwait(false);
        string package = Path.Combine(Feed, PackageName(project));
        return File.Exists(package) ? package : throw new RoslynTestException($"Packing {project} wrote no {Path.GetFileName(package)}.");
    }

    /// <summary>Packs a project anew, from a second copy of the sources in another folder: its package must be the first one's, byte by byte.</summary>
    /// <returns>The path of the second package.</returns>
    public async Task<string> PackElsewhereAsync(string project)
    {
        string copy = CopySources("elsewhere");
        string feed = Path.Combine(_folder, "feed-elsewhere");
        await PackIntoAsync(Path.Combine(copy, project), feed).ConfigureAwait(false);
        return Path.Combine(feed, PackageName(project));
    }

    /// <summary>A new, empty folder for a project that consumes the packages.</summary>
    public PackageConsumer CreateConsumer(string name) =>
        new(Directory.CreateDirectory(Path.Combine(_folder, "consumers", name)).FullName, Feed, Path.Combine(_folder, "cache"), _compiler);

    /// <summary>Deletes the feed, the consumers and the package folder.</summary>
    public void Dispose()
    {
        _compiler.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private static string FindRepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props")))
            {
                return folder.FullName;
            }
        }

        throw new RoslynTestException($"{AppContext.BaseDirectory} lies in no repository.");
    }

    private async Task PackAllAsync()
    {
        string copy = CopySources("source");
        const string Solution = "packages.slnx";
        IEnumerable<string> projects = Directory.EnumerateFiles(copy, "*.csproj", SearchOption.AllDirectories).Select(path => $"<Project Path=\"{Path.GetRelativePath(copy, path)}\" />");
        await File.WriteAllTextAsync(Path.Combine(copy, Solution), $"<Solution>{string.Concat(projects)}</Solution>").ConfigureAwait(false);
        await PackIntoAsync(copy, Feed, Solution).ConfigureAwait(false);
    }

    // As a release is packed. What analyzers say was said when this repository was built, and is no part of a package.
    private async Task PackIntoAsync(string folder, string feed, params string[] solution)
    {
        DotnetResult result = await DotnetCli.RunAsync(
            folder,
            ["pack", .. solution, "-c", "Release", "-v", "minimal", $"-p:Version={Version}", "-p:ContinuousIntegrationBuild=true", "-p:RunAnalyzers=false", "-o", feed],
            _compiler.Environment,
            s_packTimeOut).ConfigureAwait(false);
        result.AssertSuccess();
    }

    private string PackageName(string project) => $"{Path.GetFileName(project)}.{Version}.nupkg";

    // A copy: packing restores under another version, and must not disturb whoever builds the tree meanwhile.
    private string CopySources(string name)
    {
        string copy = Path.Combine(_folder, name);
        Copy(new DirectoryInfo(_sourceRoot), copy);
        WriteClone(Path.Combine(copy, ".git"));
        return copy;
    }

    // As much of a clone of the published repository as a build reads to write down where the sources are.
    private static void WriteClone(string git)
    {
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs/heads"));
        File.WriteAllText(Path.Combine(git, "HEAD"), "ref: refs/heads/main\n");
        File.WriteAllText(Path.Combine(git, "refs/heads/main"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), $"[core]\n\trepositoryformatversion = 0\n[remote \"origin\"]\n\turl = {Repository}.git\n");
    }

    private static void Copy(DirectoryInfo source, string target)
    {
        Directory.CreateDirectory(target);
        foreach (FileInfo file in source.EnumerateFiles())
        {
            file.CopyTo(Path.Combine(target, file.Name));
        }

        foreach (DirectoryInfo folder in source.EnumerateDirectories().Where(static folder => !s_skipped.Contains(folder.Name) && !folder.Name.StartsWith('.')))
        {
            Copy(folder, Path.Combine(target, folder.Name));
        }
    }
}
