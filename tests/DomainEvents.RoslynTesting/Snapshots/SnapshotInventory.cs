using System.Globalization;
using System.Reflection;

namespace DomainEvents.RoslynTesting;

/// <summary>Keeps the committed snapshots few and alive.</summary>
public static class SnapshotInventory
{
    /// <summary>More than this are no longer read by anyone.</summary>
    public const int Limit = 400;

    /// <summary>Fails on snapshots of tests that are gone, on texts received and never settled, and on too many of them.</summary>
    /// <param name="projectFolder">The test project's folder.</param>
    /// <param name="tests">The assembly whose classes and methods the file names must name.</param>
    /// <param name="limit">How many snapshots may lie there.</param>
    public static void AssertTidy(string projectFolder, Assembly tests, int limit = Limit)
    {
        HashSet<string> known = [.. tests.GetTypes().SelectMany(static type =>
            type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly).Select(method => $"{type.Name}.{method.Name}"))];
        string[] files = [.. Directory.EnumerateFiles(projectFolder, "*", SearchOption.AllDirectories)
            .Where(static path => Path.GetFileName(Path.GetDirectoryName(path)) == "_snapshots")
            .Select(static path => Path.GetFileName(path))];
        string[] verified = [.. files.Where(static file => file.Contains(".verified.", StringComparison.Ordinal))];
        List<string> faults =
        [
            .. files.Where(static file => file.Contains(".received.", StringComparison.Ordinal)).Select(static file => $"{file} was received and neither accepted nor refused."),
            .. verified.Where(file => !IsKnown(known, file)).Select(static file => $"{file} belongs to no test."),
        ];
        if (verified.Length > limit)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{verified.Length} snapshots are more than {limit}: one for each shape is enough."));
        }

        if (faults.Count > 0)
        {
            throw new RoslynTestException(string.Join('\n', faults));
        }
    }

    // Class.Method, then perhaps _name=value, then #Hint. Method names hold underscores too, so every cut at one is tried.
    private static bool IsKnown(HashSet<string> known, string file)
    {
        string test = file.Split('#')[0];
        int parameters = test.IndexOf('=', StringComparison.Ordinal);
        if (parameters < 0)
        {
            return known.Contains(test);
        }

        for (int cut = test.LastIndexOf('_', parameters); cut > 0; cut = test.LastIndexOf('_', cut - 1))
        {
            if (known.Contains(test[..cut]))
            {
                return true;
            }
        }

        return false;
    }
}
