namespace DomainEvents.RoslynTesting;

/// <summary>Compares two states of a project file by file, to the last character.</summary>
internal static class TextComparison
{
    public static void AssertSame(TestProject expected, TestProject found)
    {
        List<string> faults = [];
        foreach (string path in expected.Files.Concat(found.Files).Select(static file => file.Path).Distinct(StringComparer.Ordinal))
        {
            string? wanted = expected.Files.FirstOrDefault(file => file.Path == path)?.Text;
            string? given = found.Files.FirstOrDefault(file => file.Path == path)?.Text;
            if (wanted != given)
            {
                faults.Add($"{path}:\n{TextDiff.Show(wanted ?? "(no such file)", given ?? "(no such file)")}");
            }
        }

        if (faults.Count > 0)
        {
            throw new RoslynTestException(string.Join('\n', faults));
        }
    }
}
