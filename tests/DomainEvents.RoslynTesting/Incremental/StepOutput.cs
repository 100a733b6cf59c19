using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>One value that a pipeline step produced, and why it was produced.</summary>
public sealed record StepOutput(object? Value, IncrementalStepRunReason Reason);
