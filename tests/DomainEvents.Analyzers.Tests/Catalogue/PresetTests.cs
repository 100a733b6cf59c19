using System.Text;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The presets list every rule. They are generated from the rules: <c>PRESETS_ACCEPT=1</c> writes them.</summary>
public class PresetTests
{
    [Theory]
    [InlineData("default", "The severities that the rules have by themselves.")]
    [InlineData("strict", "Information becomes a warning.")]
    [InlineData("none", "Every rule is off, to be turned on one by one.")]
    public void Preset_gives_every_rule_its_severity(string preset, string summary)
    {
        var text = new StringBuilder($"# {summary}\nis_global = true\nglobal_level = -10\n\n");
        foreach (Rule rule in Rule.All)
        {
            text.Append(FormattableString.Invariant($"dotnet_diagnostic.{rule.Id}.severity = {Severity(preset, rule.Descriptor!)}\n"));
        }

        string path = Repository.PathOf($"src/DomainEvents/config/DomainEvents.{preset}.globalconfig");
        if (Environment.GetEnvironmentVariable("PRESETS_ACCEPT") == "1")
        {
            File.WriteAllText(path, text.ToString());
        }

        Assert.Equal(text.ToString(), File.ReadAllText(path));
    }

    private static string Severity(string preset, DiagnosticDescriptor rule)
    {
        if (preset == "none")
        {
            return "none";
        }

        // A severity in a preset would hold for every report of the rule.
        if (rule.CustomTags.Contains(RuleTags.SeverityVaries))
        {
            return "default";
        }

        return rule.DefaultSeverity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            DiagnosticSeverity.Info => preset == "strict" ? "warning" : "suggestion",
            _ => "silent",
        };
    }
}
