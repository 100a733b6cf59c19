using System.Globalization;

namespace DomainEvents.RoslynTesting;

/// <summary>How a command ended, and what it printed on both streams.</summary>
public sealed record DotnetResult(string Command, int ExitCode, string Output)
{
    /// <summary>Fails unless the command succeeded.</summary>
    public DotnetResult AssertSuccess() => ExitCode == 0
        ? this
        : throw new RoslynTestException(string.Create(CultureInfo.InvariantCulture, $"dotnet {Command} ended with {ExitCode}:\n{Output}"));

    /// <summary>Fails unless the command failed and said so in the given words.</summary>
    public DotnetResult AssertFailure(string words) => ExitCode != 0 && Output.Contains(words, StringComparison.Ordinal)
        ? this
        : throw new RoslynTestException(string.Create(CultureInfo.InvariantCulture, $"dotnet {Command} should fail with '{words}', ended with {ExitCode}:\n{Output}"));
}
