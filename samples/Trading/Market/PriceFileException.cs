namespace Trading.Market;

/// <summary>A price file that cannot be used: the message names the file, the line where there is one, and what is wrong.</summary>
public sealed class PriceFileException : Exception
{
    public PriceFileException(string path, string problem, Exception? innerException = null)
        : base($"{path}: {problem}", innerException)
    {
    }

    public PriceFileException(string path, int line, string problem)
        : base($"{path}:{line}: {problem}")
    {
    }
}
