namespace Trading.Application;

/// <summary>A command line that the sample does not understand.</summary>
public sealed class CommandLineException(string message) : Exception(message);
