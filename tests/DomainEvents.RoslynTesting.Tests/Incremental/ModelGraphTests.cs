using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.RoslynTesting.Tests;

public class ModelGraphTests
{
    private sealed record Model(string Name, object? Content = null);

    private sealed record Nested(Model Inner);

    private sealed class WithoutEquals(string name)
    {
        public string Name => name;
    }

    private sealed record WithArray(ImmutableArray<string> Names);

    private sealed record WithList(List<string> Names);

    [Fact]
    public void AssertClean_model_of_values_passes() =>
        AssertRun(static node => new Nested(new Model(node.Identifier.ValueText, new Model("inner"))), null);

    [Fact]
    public void AssertClean_syntax_in_a_model_is_red()
    {
        AssertRun(static node => new Nested(new Model("A", node)), "Model.Inner.Content holds Microsoft.CodeAnalysis.CSharp.Syntax.ClassDeclarationSyntax");
        AssertRun(static node => new Model("A", node.SyntaxTree), "SyntaxTree");
        AssertRun(static node => new Model("A", node.GetLocation()), "Location");
        AssertRun(static node => new Model("A", node.Identifier), "SyntaxToken");
        AssertRun(static node => new Model("A", new object[] { new object[] { node } }), "Content[][] holds");
    }

    [Fact]
    public void AssertClean_symbol_compilation_or_delegate_in_a_model_is_red()
    {
        Compilation compilation = GeneratorRunner.Run(DelegatingGenerator.Adding(), TestProject.Create("[System.Obsolete] class A : Missing;"), GeneratorChecks.None).Compilation;
        INamedTypeSymbol symbol = compilation.GetTypeByMetadataName("A")!;

        AssertModel(symbol, "holds");
        AssertModel(compilation, "Compilation");
        AssertModel(compilation.GetSemanticModel(compilation.SyntaxTrees.First()), "SemanticModel");
        AssertModel(symbol.GetAttributes()[0], "AttributeData");
        AssertModel(compilation.GetDiagnostics(TestContext.Current.CancellationToken)[0], "Diagnostic");
        AssertModel(new Func<int>(static () => 1), "Func");
    }

    [Fact]
    public void AssertClean_type_that_compares_by_reference_is_red()
    {
        AssertModel(new WithoutEquals("A"), "does not override Equals");
        AssertModel(new WithArray([]), "compares by reference");
        AssertModel(new WithList([]), "compares by reference");
        ModelGraph.AssertClean(new Model("A", (1, "two")));
    }

    [Fact]
    public void AssertClean_compilation_in_an_unnamed_step_is_red()
    {
        var generator = new DelegatingGenerator(static context => context.RegisterSourceOutput(
            context.ParseOptionsProvider.Combine(context.CompilationProvider).Select(static (pair, _) => pair.Right.AssemblyName).WithTrackingName("Name"), static (_, _) => { }));
        IncrementalRun run = IncrementalRunner.Start(generator, TestProject.Create("class A;")).Last;

        Assert.Contains("(unnamed step)", Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(run)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AssertClean_exempt_step_passes_and_an_idle_exemption_is_red()
    {
        IncrementalRun run = Run(static node => node);

        ModelGraph.AssertClean(run, "Model");
        Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(run));
        Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(run, "Model", "Other"));
        Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(Run(static node => new Model("A")), "Model"));
    }

    [Fact]
    public void AssertClean_run_without_values_is_red() =>
        Assert.Contains("nothing was walked", Assert.Throws<RoslynTestException>(
            () => ModelGraph.AssertClean(IncrementalRunner.Start(new DelegatingGenerator(static _ => { }), TestProject.Create("class A;")).Last)).Message, StringComparison.Ordinal);

    private static void AssertModel(object content, string expected) =>
        Assert.Contains(expected, Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(new Model("A", content))).Message, StringComparison.Ordinal);

    private static void AssertRun(Func<ClassDeclarationSyntax, object> transform, string? expected)
    {
        IncrementalRun run = Run(transform);
        if (expected is null)
        {
            ModelGraph.AssertClean(run);
            Assert.NotEmpty(run.Step("Model"));
        }
        else
        {
            Assert.Contains(expected, Assert.Throws<RoslynTestException>(() => ModelGraph.AssertClean(run)).Message, StringComparison.Ordinal);
        }
    }

    private static IncrementalRun Run(Func<ClassDeclarationSyntax, object> transform) => IncrementalRunner.Start(
        new DelegatingGenerator(context => context.RegisterSourceOutput(
            context.SyntaxProvider.CreateSyntaxProvider(static (node, _) => node is ClassDeclarationSyntax, (found, _) => transform((ClassDeclarationSyntax)found.Node)).WithTrackingName("Model"),
            static (_, _) => { })),
        TestProject.Create("class A;")).Last;
}
