using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>What a test says of a diagnostic beyond its place: the place itself stands in the markup.</summary>
/// <param name="Id">The rule.</param>
/// <param name="Severity">The severity that the diagnostic must have, or null for any.</param>
/// <param name="Message">The whole message in the invariant culture, or null for any.</param>
/// <param name="Marker">The number in <c>{|#0:span|}</c>; null: every diagnostic of the rule, and there must be one.</param>
public sealed record ExpectedDiagnostic(string Id, DiagnosticSeverity? Severity = null, string? Message = null, int? Marker = null)
{
    /// <summary>Whether the diagnostic has no place in a source, such as one about the whole project.</summary>
    public bool WithoutLocation { get; init; }
}
