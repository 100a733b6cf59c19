namespace DomainEvents.Architecture.Tests;

public class SourceTreeTests
{
    [Fact]
    public void SourceFiles_are_at_most_300_lines()
    {
        var tooLong = Repository.SourceFiles()
            .Select(file => (file, lines: File.ReadLines(Path.Combine(Repository.Root, file)).Count()))
            .Where(row => row.lines > 300)
            .Select(row => $"{row.file}: {row.lines}");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void SourceFiles_have_no_regions()
    {
        var withRegion = Repository.SourceFiles().Where(file =>
            File.ReadLines(Path.Combine(Repository.Root, file)).Any(line => line.TrimStart().StartsWith("#region", StringComparison.Ordinal)));

        Assert.Empty(withRegion);
    }

    [Fact]
    public void Folders_are_named_by_subject()
    {
        string[] forbidden = ["Utils", "Utilities", "Helpers", "Common", "Misc", "Shared"];
        var found = Repository.SourceFiles().Where(file => file.Split('/').SkipLast(1).Any(forbidden.Contains));

        Assert.Empty(found);
    }

    [Fact]
    public void SourceFiles_end_lines_with_a_line_feed_alone()
    {
        var withReturn = Repository.SourceFiles().Where(file => File.ReadAllText(Path.Combine(Repository.Root, file)).Contains('\r'));

        Assert.Empty(withReturn);
    }
}
