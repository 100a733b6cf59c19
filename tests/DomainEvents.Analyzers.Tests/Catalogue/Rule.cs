using System.Collections.Immutable;
using System.Reflection;
using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>A rule with everything that must exist for it.</summary>
internal sealed record Rule(string Id, DiagnosticDescriptor? Descriptor, DiagnosticAnalyzer? Analyzer)
{
    /// <summary>Every id that there is a constant for, whether or not anything reports it.</summary>
    public static ImmutableArray<Rule> All { get; } = [.. typeof(DiagnosticIds)
        .GetFields(BindingFlags.Static | BindingFlags.Public)
        .Select(static field => (string)field.GetRawConstantValue()!)
        .Select(static id =>
        {
            DiagnosticAnalyzer? analyzer = Setups.AllAnalyzers.SingleOrDefault(candidate => candidate.SupportedDiagnostics.Any(rule => rule.Id == id));
            return new Rule(id, analyzer?.SupportedDiagnostics.Single(rule => rule.Id == id), analyzer);
        })];

    public static TheoryData<string> Ids => new(All.Select(static rule => rule.Id));

    public static Rule Of(string id) => All.Single(rule => rule.Id == id);

    /// <summary>The text of the page; a rule without one fails here.</summary>
    public string Page => Repository.Read($"docs/rules/{Id}.md");
}
