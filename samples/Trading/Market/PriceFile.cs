namespace Trading.Market;

/// <summary>Reads daily prices, oldest first, from a CSV file.</summary>
public static class PriceFile
{
    public const string Header = "date,open,high,low,close,volume";

    /// <summary>Reads line by line while the result is enumerated; what is not enumerated is not checked.</summary>
    /// <exception cref="PriceFileException">The file cannot be read, or a line of it is wrong.</exception>
    public static IEnumerable<PriceBar> Read(string path)
    {
        using StreamReader reader = Open(path);
        if (reader.ReadLine() is not { } header)
        {
            throw new PriceFileException(path, $"the file is empty; its first line must be '{Header}'");
        }

        if (!string.Equals(header.Trim(), Header, StringComparison.OrdinalIgnoreCase))
        {
            throw new PriceFileException(path, line: 1, $"the header is '{header}'; it must be '{Header}'");
        }

        PriceBar? latest = null;
        for (int line = 2; reader.ReadLine() is { } text; line++)
        {
            if (!string.IsNullOrWhiteSpace(text))
            {
                latest = Parse(text, latest, path, line);
                yield return latest;
            }
        }

        if (latest is null)
        {
            throw new PriceFileException(path, "there are no prices after the header");
        }
    }

    private static StreamReader Open(string path)
    {
        try
        {
            return new StreamReader(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new PriceFileException(path, "there is no such file", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new PriceFileException(path, $"the file cannot be read: {exception.Message}", exception);
        }
    }

    private static PriceBar Parse(string text, PriceBar? previous, string path, int line)
    {
        try
        {
            PriceBar bar = PriceLine.Parse(text);
            return previous is null || bar.Date > previous.Date
                ? bar
                : throw new FormatException($"{bar.Date:O} does not come after {previous.Date:O}, the day before it");
        }
        catch (FormatException exception)
        {
            throw new PriceFileException(path, line, exception.Message);
        }
    }
}
