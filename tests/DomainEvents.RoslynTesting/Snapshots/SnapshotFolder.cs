namespace DomainEvents.RoslynTesting;

/// <summary>Where the snapshots of one test lie.</summary>
internal sealed class SnapshotFolder(string testFile, string testMethod, string parameters)
{
    private readonly string _folder = Path.Combine(Path.GetDirectoryName(testFile)!, "_snapshots");
    private readonly string _prefix = $"{Path.GetFileNameWithoutExtension(testFile)}.{testMethod}{(parameters.Length == 0 ? "" : "_" + parameters)}#";

    public string PathOf(string name) => Path.Combine(_folder, $"{_prefix}{name}.verified.cs");

    public IEnumerable<string> Files() => Directory.Exists(_folder) ? Directory.EnumerateFiles(_folder, _prefix + "*.verified.cs") : [];
}
