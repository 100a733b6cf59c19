using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Trading.Market;

namespace Trading.Storage;

/// <summary>
/// The database of those who name none: in the temporary folder, begun afresh by each run, unless the run before it was stopped on its way and
/// was to play the same days. A file beside the database says which run has not ended yet. It is locked for as long as that run lives: a
/// second one at the same time takes a second database.
/// </summary>
public sealed class DefaultDatabase : IDisposable
{
    private const int MostAtOnce = 32;

    private readonly FileStream _running;

    private DefaultDatabase(FileStream running, string databaseFile)
    {
        _running = running;
        DatabaseFile = databaseFile;
    }

    public string DatabaseFile { get; }

    private static string Folder => Path.Combine(Path.GetTempPath(), "domain-events-trading-" + Environment.UserName);

    /// <param name="days">The days to play.</param>
    /// <exception cref="LedgerException">The temporary folder cannot be written to.</exception>
    public static DefaultDatabase Take(IReadOnlyList<PriceBar> days)
    {
        try
        {
            Directory.CreateDirectory(Folder);
            for (int number = 1; number <= MostAtOnce; number++)
            {
                string file = Path.Combine(Folder, number == 1 ? "trading.db" : FormattableString.Invariant($"trading-{number}.db"));
                if (TryLock(file + ".running") is { } running)
                {
                    GoOnOrBegin(running, file, RunOf(days));
                    return new DefaultDatabase(running, file);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LedgerException($"{exception.Message} Name a file by --database, or run with --in-memory.", exception);
        }

        throw new LedgerException($"all databases in '{Folder}' are in use: name a file by --database, or run with --in-memory");
    }

    /// <summary>The run has ended: the next one begins afresh.</summary>
    public void Complete() => _running.SetLength(0);

    public void Dispose() => _running.Dispose();

    /// <returns><see langword="null"/> if another process has it.</returns>
    private static FileStream? TryLock(string path)
    {
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    private static void GoOnOrBegin(FileStream running, string file, string run)
    {
        using var reader = new StreamReader(running, leaveOpen: true);
        if (reader.ReadToEnd() == run)
        {
            return;
        }

        // First the old database goes, then the new run is noted: whatever dies between the two, no run finds another's days.
        running.SetLength(0);
        Array.ForEach<string>([file, file + "-wal", file + "-shm"], File.Delete);
        running.Write(Encoding.UTF8.GetBytes(run));
        running.Flush(flushToDisk: true);
    }

    /// <summary>Tells runs of other days or prices apart.</summary>
    private static string RunOf(IReadOnlyList<PriceBar> days)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (PriceBar day in days)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(string.Create(
                CultureInfo.InvariantCulture, $"{day.Date:O},{day.Open},{day.High},{day.Low},{day.Close},{day.Volume}\n")));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }
}
