using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>
/// The solution that <c>dotnet format</c> takes from faults to clean has a fault of every rule that it can fix: a new fix is not finished
/// before one is seeded there. The package tests build, format and build it.
/// </summary>
public partial class SeededFaultsTests
{
    private const string Client = "tests/DomainEvents.Package.Tests/Clients/Shop";

    // Rules whose every fix is a decision of its own: dotnet format applies only what fixes a whole solution.
    private static readonly Dictionary<string, string> s_exempt = new()
    {
        ["DEVT1103"] = "Which of two events keeps the name is for their author to say.",
        ["DEVT1205"] = "Carrying the id instead of the entity changes who makes and who reads the event, in other files too.",
        ["DEVT1302"] = "Making the base class of a handler abstract reaches into other files.",
        ["DEVT1306"] = "Whether an exception may pass is decided one handler at a time.",
    };

    // What stands in the solution beside: an event without a verb has no name and is not in the past tense, and naming it ends both reports.
    private static readonly string[] s_beside = ["DEVT1101"];

    [Fact]
    public void Every_rule_that_a_solution_can_be_rid_of_is_seeded() => Assert.Equal(
        Rule.All.Select(static rule => rule.Id).Where(static id => Fixes(id).Any() && !s_exempt.ContainsKey(id)),
        Directory.EnumerateFiles(Repository.PathOf(Client), "*.cs", SearchOption.AllDirectories)
            .SelectMany(static file => SeededId().Matches(File.ReadAllText(file)))
            .Select(static match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal));

    [Fact]
    public void Only_rules_that_are_fixed_one_at_a_time_are_exempt() => Assert.Equal(
        s_exempt.Keys.Concat(s_beside).Order(StringComparer.Ordinal),
        Rule.All.Select(static rule => rule.Id).Where(static id => Fixes(id).Any() && !Fixes(id).Any(FixesSolutions)));

    private static IEnumerable<CodeFixProvider> Fixes(string id) => Setups.AllFixes.Where(fix => fix.FixableDiagnosticIds.Contains(id));

    private static bool FixesSolutions(CodeFixProvider fix) => fix.GetFixAllProvider()?.GetSupportedFixAllScopes().Contains(FixAllScope.Solution) == true;

    [GeneratedRegex("DEVT[0-9]{4}")]
    private static partial Regex SeededId();
}
