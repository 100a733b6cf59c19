using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;

namespace DomainEvents.RoslynTesting;

/// <summary>Compares generated text with a committed file, by the names and conventions of Verify: <c>_snapshots/Class.Method#Hint.verified.cs</c>.</summary>
public static partial class Snapshot
{
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Compares every generated file, and fails on a committed one that no longer comes.</summary>
    /// <param name="result">The run.</param>
    /// <param name="parameters">Parameters of the test, as <c>name=value</c> joined by underscores; empty for a fact.</param>
    /// <param name="testFile">Where the test stands; its name without extension is the class.</param>
    /// <param name="testMethod">The test.</param>
    public static void Verify(GeneratorResult result, string parameters = "", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "")
    {
        var folder = new SnapshotFolder(testFile, testMethod, parameters);
        List<string> faults = [];
        foreach (GeneratedFile file in result.Files)
        {
            faults.AddRange(Compare(folder.PathOf(Path.GetFileNameWithoutExtension(file.Hint)), file.Text));
        }

        HashSet<string> expected = [.. result.Files.Select(file => folder.PathOf(Path.GetFileNameWithoutExtension(file.Hint)))];
        foreach (string orphan in folder.Files().Where(path => !expected.Contains(path)))
        {
            faults.Add($"{Path.GetFileName(orphan)} is committed, but no such file was generated.");
        }

        Throw(faults);
    }

    /// <summary>Compares one text.</summary>
    public static void Verify(string text, string name, string parameters = "", [CallerFilePath] string testFile = "", [CallerMemberName] string testMethod = "") =>
        Throw(Compare(new SnapshotFolder(testFile, testMethod, parameters).PathOf(name), text));

    /// <summary>Whether a new text may be accepted: on request, and never on a build server.</summary>
    internal static bool MayAccept(Func<string, string?> variable) =>
        variable("SNAPSHOT_ACCEPT") == "1" && !string.Equals(variable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Takes out what changes without anyone's doing: the version in the GeneratedCode attribute, and carriage returns that a checkout added.</summary>
    internal static string Scrub(string text) =>
        GeneratedCodeVersion().Replace(text.ReplaceLineEndings("\n"), "$1\"{version}\"");

    internal static IEnumerable<string> Compare(string verifiedPath, string text) => Compare(verifiedPath, text, MayAccept(System.Environment.GetEnvironmentVariable));

    internal static IEnumerable<string> Compare(string verifiedPath, string text, bool accept)
    {
        string received = Scrub(text);
        string receivedPath = verifiedPath.Replace(".verified.", ".received.", StringComparison.Ordinal);
        string? verified = File.Exists(verifiedPath) ? File.ReadAllText(verifiedPath).ReplaceLineEndings("\n") : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return [];
        }

        Directory.CreateDirectory(Path.GetDirectoryName(verifiedPath)!);
        if (accept)
        {
            File.WriteAllText(verifiedPath, received, s_utf8);
            File.Delete(receivedPath);
            return [];
        }

        File.WriteAllText(receivedPath, received, s_utf8);
        return [$"{Path.GetFileName(verifiedPath)} {(verified is null ? "does not exist" : "differs")} (SNAPSHOT_ACCEPT=1 accepts):\n{TextDiff.Show(verified ?? "", received)}"];
    }

    private static void Throw(IEnumerable<string> faults)
    {
        string message = string.Join('\n', faults);
        if (message.Length > 0)
        {
            throw new RoslynTestException(message);
        }
    }

    [GeneratedRegex("""(GeneratedCode(?:Attribute)?\("[^"]*", )"[^"]*"(?=\))""")]
    private static partial Regex GeneratedCodeVersion();
}
