namespace DomainEvents.RoslynTesting;

/// <summary>A failed expectation; the harness has an exception of its own so that it depends on no test framework.</summary>
public sealed class RoslynTestException(string message) : Exception(message);
