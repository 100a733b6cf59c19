using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

/// <summary>The rules. Texts are found by id: <c>DEVT1001_Title</c>, <c>DEVT1001_Message</c>, <c>DEVT1001_Description</c>.</summary>
internal static partial class Descriptors
{
    private const string HelpLinkBase = "https://github.com/DomainEvents/DomainEvents/blob/main/docs/rules/";

    private static DiagnosticDescriptor Create(string id, string category, DiagnosticSeverity severity, params string[] customTags) => new(
        id,
        Texts.Get(id + "_Title"),
        Texts.Get(id + "_Message"),
        category,
        severity,
        isEnabledByDefault: true,
        Texts.Get(id + "_Description"),
        HelpLinkBase + id + ".md",
        customTags);
}
