using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting.Tests;

public class TestProjectTests
{
    private static readonly DelegatingGenerator s_none = DelegatingGenerator.Adding();

    [Fact]
    public void Options_change_a_copy_only()
    {
        TestProject project = TestProject.Create("class A;");

        Assert.Equal("class B;", project.WithFile("Source0.cs", "class B;").File("Source0.cs").Text);
        Assert.Equal("class A;", project.File("Source0.cs").Text);
        Assert.Empty(project.WithoutFile("Source0.cs").Files);
        Assert.Equal("class C;", project.Replace("A", "C").File("Source0.cs").Text);
    }

    [Fact]
    public void File_or_text_that_is_absent_or_ambiguous_is_red()
    {
        TestProject project = TestProject.Create("class A : A;");

        Assert.Throws<RoslynTestException>(() => project.File("Other.cs"));
        Assert.Throws<RoslynTestException>(() => project.WithoutFile("Other.cs"));
        Assert.Throws<RoslynTestException>(() => project.Replace("A", "B"));
        Assert.Throws<RoslynTestException>(() => project.Replace("X", "B"));
    }

    [Theory]
    [InlineData("class A { string B { get; } }", "CS8618")]
    [InlineData("class A { void B() { int unused; } }", "CS0168")]
    [InlineData("class A { Guid B { get; } }", "CS0246")]
    public void Project_by_default_has_nullable_and_every_warning_and_no_usings(string source, string expected) =>
        Assert.Contains(expected, Errors(TestProject.Create(source)), StringComparison.Ordinal);

    [Fact]
    public void Project_options_reach_the_compiler()
    {
        Passes(TestProject.Create("class A { public Guid B { get; set; } }").WithImplicitUsings());
        Passes(TestProject.Create("class A { public string B { get; } }").WithNullable(NullableContextOptions.Disable));
        Passes(TestProject.Create("class A { void B() { int unused; } }").WithSuppressed("CS0168"));
        Passes(TestProject.Create("#if X\nclass A;\n#else\nerror\n#endif").WithSymbols("X"));
        Passes(TestProject.Create("System.Console.WriteLine();").AsExecutable());
        Passes(TestProject.Create("unsafe class A { public int* B { get; set; } }").WithUnsafe());
        Passes(TestProject.Create("class A { void B() { int unused; } }").WithEditorConfig("[*.cs]\ndotnet_diagnostic.CS0168.severity = none\n"));
        Assert.Contains("CS8805", Errors(TestProject.Create("System.Console.WriteLine();")), StringComparison.Ordinal);
        Assert.Contains("CS0227", Errors(TestProject.Create("unsafe class A { public int* B { get; set; } }")), StringComparison.Ordinal);
        Assert.Contains("CS8773", Errors(TestProject.Create("namespace N;").WithLanguageVersion(LanguageVersion.CSharp9)), StringComparison.Ordinal);
        Assert.Contains("CS1591", Errors(TestProject.Create("public class A;").WithDocumentation()), StringComparison.Ordinal);
        Assert.Contains("CS0220", Errors(TestProject.Create("class A { int B = int.MaxValue + 1; }").WithCheckedArithmetic()), StringComparison.Ordinal);
    }

    [Fact]
    public void Library_internals_are_visible_only_where_it_says_so()
    {
        TestProject library = TestProject.Create("internal class Hidden;").WithAssemblyName("Lib");
        TestProject user = TestProject.Create("internal class User : Hidden;").WithAssemblyName("User");

        Passes(user.WithLibrary(GeneratorRunner.Run(s_none, library.WithInternalsVisibleTo("User"))));
        Assert.Contains("CS0122", Errors(user.WithLibrary(GeneratorRunner.Run(s_none, library))), StringComparison.Ordinal);
        Passes(TestProject.Create("extern alias other; class User : other::Open;").WithLibrary(
            GeneratorRunner.Run(s_none, TestProject.Create("public class Open;").WithAssemblyName("Lib")), externAlias: "other"));
    }

    [Fact]
    public void OptionsProvider_gives_build_properties_and_keys_of_each_file()
    {
        TestProject project = TestProject.Create("class A;", "class B;")
            .WithBuildProperty("DomainEventsNamespace", "Shop")
            .WithEditorConfig("[Source0.cs]\nsome_key = yes\n");
        var provider = new OptionsProvider(project);
        SyntaxTree[] trees = [.. GeneratorRunner.Run(s_none, project).Input.SyntaxTrees];

        Assert.True(provider.GlobalOptions.TryGetValue("build_property.domaineventsnamespace", out string? value));
        Assert.Equal("Shop", value);
        Assert.True(provider.GetOptions(trees[0]).TryGetValue("some_key", out _));
        Assert.False(provider.GetOptions(trees[1]).TryGetValue("some_key", out _));
        Assert.False(provider.GlobalOptions.TryGetValue("some_key", out _));
    }

    [Fact]
    public void AdditionalFiles_reach_the_generator()
    {
        var generator = new DelegatingGenerator(static context => context.RegisterSourceOutput(
            context.AdditionalTextsProvider, static (output, file) => output.AddSource("Made.g.cs", $"// {Path.GetFileName(file.Path)}: {file.GetText(output.CancellationToken)}\n")));

        Assert.Equal("// lock.txt: 1\n", GeneratorRunner.Run(generator, TestProject.Create("class A;").WithAdditionalFile("lock.txt", "1")).Source("Made"));
        IncrementalRunner runner = IncrementalRunner.Start(generator, TestProject.Create("class A;").WithAdditionalFile("lock.txt", "1"));
        Assert.Equal("// lock.txt: 2\n", runner.Edit(static project => project.WithAdditionalFile("lock.txt", "2")).Result.Source("Made"));
    }

    private static void Passes(TestProject project) => Assert.Empty(GeneratorRunner.Run(s_none, project).Files);

    private static string Errors(TestProject project) => Assert.Throws<RoslynTestException>(() => GeneratorRunner.Run(s_none, project)).Message;
}
