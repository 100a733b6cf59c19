using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Options;

/// <summary>
/// Options of single rules in <c>.editorconfig</c>: <c>dotnet_code_quality.DEVT1307.external_types = A|B</c>. What makes no sense is
/// taken as absent, because an analyzer has no place to complain of it.
/// </summary>
internal static class RuleOptions
{
    /// <summary>A list, its items separated by <c>|</c> or commas; empty where the option is absent.</summary>
    public static IReadOnlyList<string> List(AnalyzerOptions options, SyntaxTree tree, string ruleId, string name) => Text(options, tree, ruleId, name) is { } text
        ? [.. text.Split('|', ',').Select(static item => item.Trim()).Where(static item => item.Length > 0)]
        : [];

    /// <summary>A yes or no.</summary>
    public static bool Flag(AnalyzerOptions options, SyntaxTree tree, string ruleId, string name, bool absent) =>
        bool.TryParse(Text(options, tree, ruleId, name), out var value) ? value : absent;

    /// <summary>The option as written, or <see langword="null"/>.</summary>
    public static string? Text(AnalyzerOptions options, SyntaxTree tree, string ruleId, string name) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue($"dotnet_code_quality.{ruleId}.{name}", out var value) && value.Trim() is { Length: > 0 } text
            ? text
            : null;
}
