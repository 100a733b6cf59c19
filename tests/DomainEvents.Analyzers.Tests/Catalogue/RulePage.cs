using System.Text.RegularExpressions;
using DomainEvents.RoslynTesting;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The code blocks of a rule's page.</summary>
internal sealed partial record RulePage(IReadOnlyList<(string Heading, string Language, string Code)> Blocks)
{
    /// <summary>The C# that is called wrong.</summary>
    public IEnumerable<string> Wrong => CSharp("Wrong");

    public static RulePage Of(string id) => new([.. Block().Matches(Rule.Of(id).Page)
        .Select(static match => (match.Groups["heading"].Value, match.Groups["language"].Value, match.Groups["code"].Value))]);

    // What these report depends on all of a program: the code on the other pages is only a part of one.
    private static readonly string[] s_wholeProgram = ["DEVT1301", "DEVT1303"];

    /// <summary>The projects that the code on pages is written for: what the samples reference is at hand, and an assembly behind an alias.</summary>
    public static AnalyzerSetup Setup(AnalyzerSetup setup, string? id = null) => Around(setup, id)
        .WithReferences(typeof(Microsoft.Extensions.DependencyInjection.ServiceProvider).Assembly)
        .WithProject(project => project.WithLibrary(
            GeneratorRunner.Run(
                [],
                TestProject.Create("namespace Core { public class Money; public class Message { public required Money Price { get; init; } } }"),
                GeneratorChecks.None),
            externAlias: "core").WithBuildProperty("DomainEventsCompositionRoot", s_wholeProgram.Contains(id) ? "true" : "false"));

    private static AnalyzerSetup Around(AnalyzerSetup setup, string? id) => id switch
    {
        not null when id.StartsWith("DEVT16", StringComparison.Ordinal) => Setups.AroundTests(setup),
        null or "DEVT1402" or "DEVT1403" or "DEVT1404" or "DEVT1421" or "DEVT1422" or "DEVT1423" => Setups.AroundTransactions(Setups.Around(setup)),
        _ => Setups.Around(setup),
    };

    private IEnumerable<string> CSharp(string heading) =>
        Blocks.Where(block => block.Heading == heading && block.Language == "csharp").Select(static block => block.Code);

    [GeneratedRegex(@"^(?<heading>Wrong|Right|or)[^\n]*:\n\n```(?<language>[a-z]+)\n(?<code>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();
}
