namespace DomainEvents.Persistence.Tool;

/// <summary>What the tool ends with, for the scripts that call it.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The database refuses, or holds no outbox.</summary>
    public const int Database = 1;

    /// <summary>The command line is wrong, or a question was not answered with yes.</summary>
    public const int CommandLine = 2;

    /// <summary>Stopped by a signal: 128 and the number of SIGINT, as shells count.</summary>
    public const int Cancelled = 130;
}
