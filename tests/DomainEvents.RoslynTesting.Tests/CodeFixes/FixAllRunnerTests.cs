using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.Text;

namespace DomainEvents.RoslynTesting.Tests;

public class FixAllRunnerTests
{
    private const string Source = "class [|A|] { class [|Inner|]; }\nclass [|B|];\n";

    private static readonly AnalyzerSetup s_analyzers = AnalyzerSetup.For<SealedClassAnalyzer>();

    [Fact]
    public Task Verify_batch_fixer_of_independent_edits_passes_in_every_scope() => FixAllRunner.VerifyAsync(new CodeFixSetup(s_analyzers, new SealFix()), Source, "seal");

    [Theory]
    [InlineData(FixAllScope.Document)]
    [InlineData(FixAllScope.Project)]
    [InlineData(FixAllScope.Solution)]
    public Task Verify_scope_over_several_files_passes(FixAllScope scope) =>
        FixAllRunner.VerifyAsync(new CodeFixSetup(s_analyzers, new SealFix()), s_analyzers.ProjectOf(Source, "class [|C|];\n"), scope);

    [Fact]
    public async Task Verify_provider_that_fixes_something_else_is_red() =>
        Assert.Contains("differs from fixing one after the other", await Failure(new SealFix(FixFault.None, new EmptyingProvider()), Source), StringComparison.Ordinal);

    [Fact]
    public async Task Verify_without_provider_or_with_one_diagnostic_only_is_red()
    {
        Assert.Contains("no provider", await Failure(new SealFix(FixFault.None, null), Source), StringComparison.Ordinal);
        Assert.Contains("at least two", await Failure(new SealFix(), "class [|A|];"), StringComparison.Ordinal);
    }

    private static async Task<string> Failure(SealFix fix, string source) =>
        (await Assert.ThrowsAsync<RoslynTestException>(() => FixAllRunner.VerifyAsync(new CodeFixSetup(s_analyzers, fix), source))).Message;

    private sealed class EmptyingProvider : FixAllProvider
    {
        public override Task<CodeAction?> GetFixAsync(FixAllContext fixAllContext) => Task.FromResult<CodeAction?>(
            CodeAction.Create("Empty", _ => Task.FromResult(fixAllContext.Document!.WithText(SourceText.From(""))), "seal"));
    }
}
