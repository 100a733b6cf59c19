namespace Trading.Tests;

/// <summary>A price file in a temporary folder, deleted with the test.</summary>
public sealed class PriceText : IDisposable
{
    public const string Header = "date,open,high,low,close,volume\n";

    public PriceText(string content)
    {
        Directory.CreateDirectory(_folder);
        Path = System.IO.Path.Combine(_folder, "prices.csv");
        File.WriteAllText(Path, content);
    }

    private readonly string _folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), System.IO.Path.GetRandomFileName());

    public string Path { get; }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
