using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Benchmarks.Publishing;

/// <summary>What a build passes to the generator in an application.</summary>
internal sealed class CompositionRootOptions : AnalyzerConfigOptionsProvider
{
    private static readonly Options s_global = new(true), s_none = new(false);

    public static CompositionRootOptions Instance { get; } = new();

    public override AnalyzerConfigOptions GlobalOptions => s_global;

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => s_none;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => s_none;

    private sealed class Options(bool isRoot) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = "true";
            return isRoot && key == "build_property.DomainEventsCompositionRoot";
        }
    }
}
