namespace DomainEvents.RoslynTesting;

/// <summary>One file of a test project; the path is relative to the project's root.</summary>
public sealed record SourceFile(string Path, string Text);
