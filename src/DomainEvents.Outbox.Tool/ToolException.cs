namespace DomainEvents.Persistence.Tool;

/// <summary>The command line cannot be carried out as it stands.</summary>
internal sealed class ToolException(string message) : Exception(message);
