namespace DomainEvents.Tracing;

/// <summary>Tells whether a writer leads to a terminal that shows colours.</summary>
internal static class TerminalColours
{
    public static bool AreShownBy(TextWriter writer) =>
        AreShown(
            ReferenceEquals(writer, Console.Out) ? Console.IsOutputRedirected : !ReferenceEquals(writer, Console.Error) || Console.IsErrorRedirected,
            Environment.GetEnvironmentVariable("NO_COLOR"),
            Environment.GetEnvironmentVariable("TERM"));

    /// <summary>No colours in files and pipes, where the user wants none (no-color.org), where the terminal has none.</summary>
    internal static bool AreShown(bool isRedirected, string? noColor, string? terminal) =>
        !isRedirected && string.IsNullOrEmpty(noColor) && terminal != "dumb";
}
