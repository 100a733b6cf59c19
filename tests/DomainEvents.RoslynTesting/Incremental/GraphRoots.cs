namespace DomainEvents.RoslynTesting;

/// <summary>Tells the compiler's own steps, where symbols and trees belong, from those of a generator.</summary>
internal static class GraphRoots
{
    // Roslyn publishes the names of its inputs; the steps inside ForAttributeWithMetadataName share a suffix.
    private static readonly HashSet<string> s_inputs = new(StringComparer.Ordinal)
    {
        "Compilation", "CompilationOptions", "ParseOptions", "AdditionalTexts", "AnalyzerConfigOptions", "MetadataReferences",
    };

    public static bool IsCompilerStep(string name) =>
        s_inputs.Contains(name)
        || name.EndsWith("_ForAttribute", StringComparison.Ordinal)
        || name.EndsWith("_ForAttributeWithMetadataName", StringComparison.Ordinal)
        || name.EndsWith("_ForAttributeInternal", StringComparison.Ordinal);
}
