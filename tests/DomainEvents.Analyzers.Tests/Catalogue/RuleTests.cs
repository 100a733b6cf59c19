using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>
/// The tests of one rule, found by the conventions that all of them keep: a theory named <c>..._is_reported</c> has one reporting case a
/// row, one named <c>..._is_left_alone</c> one silent case a row, and the runner that a test calls says what it tests.
/// </summary>
internal sealed record RuleTests(Rule Rule)
{
    private static readonly Lazy<IReadOnlyList<TestText>> s_texts = new(ReadTexts);

    private Type Class => typeof(RuleTests).Assembly.GetTypes().Single(type => type.Name == AnalyzerName.Replace("Analyzer", "Tests", StringComparison.Ordinal));

    private string AnalyzerName => Rule.Analyzer!.GetType().Name;

    /// <summary>Whether the analyzer has other rules, so that a row has to name the one it is about.</summary>
    private bool IsOneOfSeveral => Rule.Analyzer!.SupportedDiagnostics.Length > 1;

    /// <summary>The rows that must be reported. A test with markup fails where nothing is; without markup, the test says otherwise what it expects.</summary>
    public int Reporting => Rows("_reported").Count(row => !IsOneOfSeveral || row.Contains($"{{|{Rule.Id}:", StringComparison.Ordinal));

    /// <summary>The rows that must not be: the runner fails at whatever is reported in a row without markup of the rule.</summary>
    public int Silent => Rows("left_alone").Count(row => !row.Contains($"{{|{Rule.Id}:", StringComparison.Ordinal) && !row.Contains("[|", StringComparison.Ordinal));

    /// <summary>Whether a test applies a fix to a report of the rule and compares the text.</summary>
    public bool HasFixTest(Type fix) => Has(fix, "CodeFixRunner.VerifyAsync(");

    /// <summary>Whether a test fixes all reports of the rule in each scope.</summary>
    public bool HasFixAllTest(Type fix) => Has(fix, "FixAllRunner.VerifyAsync(");

    private bool Has(Type fix, string runner) => s_texts.Value.Any(text =>
        text.Mentions(runner) && text.Mentions(fix.Name) && text.Mentions(IsOneOfSeveral ? Rule.Id : AnalyzerName, "ForAll"));

    private IEnumerable<string> Rows(string suffix) => Class.GetMethods()
        .Where(method => method.Name.EndsWith(suffix, StringComparison.Ordinal))
        .SelectMany(static method => method.GetCustomAttributes<InlineDataAttribute>())
        .Select(static row => string.Join('\n', row.Data.OfType<string>()));

    private static List<TestText> ReadTexts() => [.. Directory.EnumerateFiles(Repository.PathOf("tests/DomainEvents.Analyzers.Tests/Rules"), "*.cs")
        .SelectMany(static file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes().OfType<ClassDeclarationSyntax>())
        .SelectMany(TestText.Of)];

    /// <summary>A test method's text with that of the members of its class that it uses.</summary>
    private sealed record TestText(string Text)
    {
        public static IEnumerable<TestText> Of(ClassDeclarationSyntax tests)
        {
            (string Name, MemberDeclarationSyntax Member)[] helpers = [.. tests.Members
                .Where(static member => member.AttributeLists.Count == 0)
                .Select(static member => (member switch
                {
                    MethodDeclarationSyntax method => method.Identifier.ValueText,
                    FieldDeclarationSyntax field => field.Declaration.Variables[0].Identifier.ValueText,
                    _ => "",
                }, member))];
            foreach (MethodDeclarationSyntax method in tests.Members.OfType<MethodDeclarationSyntax>().Where(static method => method.AttributeLists.Count > 0))
            {
                List<MemberDeclarationSyntax> used = [method];
                for (int i = 0; i < used.Count; i++)
                {
                    HashSet<string> words = [.. used[i].DescendantTokens().Select(static token => token.ValueText)];
                    used.AddRange(helpers.Where(helper => words.Contains(helper.Name) && !used.Contains(helper.Member)).Select(static helper => helper.Member));
                }

                yield return new TestText(string.Concat(used));
            }
        }

        public bool Mentions(params IEnumerable<string> any) => any.Any(word => Text.Contains(word, StringComparison.Ordinal));
    }
}
