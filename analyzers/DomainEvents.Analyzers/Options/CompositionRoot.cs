using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Options;

/// <summary>Whether a project puts the handlers of all assemblies together: only there can a rule know of every handler.</summary>
internal static class CompositionRoot
{
    private const string Property = "build_property.DomainEventsCompositionRoot";

    public static bool Is(AnalyzerOptions options) =>
        options.AnalyzerConfigOptionsProvider.GlobalOptions.TryGetValue(Property, out var value)
        && value.Trim().Equals("true", StringComparison.OrdinalIgnoreCase);
}
