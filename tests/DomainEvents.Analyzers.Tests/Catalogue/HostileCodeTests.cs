using System.Collections.Immutable;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>
/// All rules over code that no compiler accepts, and over longer files than anybody writes. Running is the first assertion: an analyzer that
/// throws fails.
/// </summary>
public class HostileCodeTests
{
    // Every rule has something to say about the wrong code on its page.
    private static readonly ImmutableArray<(string Id, string Code)> s_wrong =
        [.. Rule.All.SelectMany(static rule => RulePage.Of(rule.Id).Wrong.Select(code => (rule.Id, code)))];

    public static TheoryData<string> Ids => new(s_wrong.Select(static page => page.Id).Distinct());

    /// <summary>Ways to spoil a text: <c>{0}</c> stands for a half of it.</summary>
    public static TheoryData<string> Spoilt => new(
        "{0}\n<<<<<<< HEAD\n{1}\n=======\n{1}\n>>>>>>> theirs\n",
        "<<<<<<< HEAD\n{0}\n=======\n{0}{1}\n",
        "{0}{1}\n=======\n{0}{1}\n>>>>>>> theirs\n",
        "{1}{0}",
        "#if NEVER\n{0}\n#else\n{1}",
        "{0}/* {1}",
        "{0}\"\"\"\n{1}",
        "{0}\0\uD800\uFFFE{1}",
        "}}}}}}{0}{1}((((((",
        "{0}{0}{1}{1}");

    [Theory]
    [MemberData(nameof(Spoilt))]
    public async Task Spoilt_code_makes_no_rule_throw(string pattern)
    {
        // All pages in one project: each file is spoilt by itself, and what it declares is there several times over.
        AnalyzerSetup setup = RulePage.Setup(Setups.ForAllBare(), "DEVT1301");

        Assert.False((await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(s_wrong.Select(page => Spoil(page.Code, pattern))))).IsDefault);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Missing_token_makes_the_rule_not_throw(string id)
    {
        AnalyzerSetup setup = RulePage.Setup(AnalyzerSetup.For(Rule.Of(id).Analyzer!), id);
        foreach (string code in s_wrong.Where(page => page.Id == id).Select(static page => page.Code))
        {
            SyntaxToken[] tokens = [.. Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(code, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken).DescendantTokens()];
            // Every thirtieth: the truncations of the other tests meet most of the states between.
            foreach (SyntaxToken token in tokens.Where(static (token, number) => token.Span.Length > 0 && number % 30 == 0))
            {
                Assert.False((await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(code.Remove(token.SpanStart, token.Span.Length)))).IsDefault);
            }
        }
    }

    [Theory]
    [InlineData("[DomainEvent] public partial class A : B { public string Id { get; } } [DomainEvent] public partial class B : A { public List<int> Ids { get; set; } }")]
    [InlineData("[DomainEvent] public partial class A : A { public Action? Done { get; } }")]
    [InlineData("public interface I : J; public interface J : I; [DomainEvent] public partial class A : I { public I Value { get; } }")]
    [InlineData("[DomainEvent] public partial record A(B B) : B(A: null!); [DomainEvent] public partial record B(A A) : A(B: null!);")]
    [InlineData("public class H : K, IDomainEventHandler<A> { public void Handle(A a) { new DomainEventPublisher().Publish(new A()); } } public class K : H; [DomainEvent] public partial class A : A.Inner { public class Inner : A; }")]
    [InlineData("[DomainEvent] public partial class A<T> : A<A<T>> { public T Value { get; set; } } public class H<T> : IDomainEventHandler<A<H<T>>> where T : H<T>;")]
    [InlineData("using X = Y; using Y = X; [DomainEvent] public partial class A : X { public Y Value { get; } void M(IDomainEventSubscriber s) { s.Subscribe<X>(x => { }); s.Changed += (a, b) => Id = a; } }")]
    [InlineData("[DomainEvent(A.Name)] public partial class A { public const string Name = B.Name; } [DomainEvent(B.Name)] public partial class B { public const string Name = A.Name; }")]
    [InlineData("[DomainEvent] partial class A { partial class B { [DomainEvent] partial class A : B { partial class B { [DomainEvent] partial class A : B; } } } }")]
    public async Task Circular_code_makes_no_rule_throw(string source)
    {
        AnalyzerSetup setup = RulePage.Setup(Setups.ForAllBare(), "DEVT1301");

        Assert.False((await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(source))).IsDefault);
    }

    [Fact]
    public async Task Huge_file_with_deep_code_makes_no_rule_throw()
    {
        string sum = string.Join(" + ", Enumerable.Repeat("placed.OrderId", 500));
        string statements = string.Concat(Enumerable.Range(0, 5_000).Select(static number => $"        bus.Publish(new OrderPlaced(\"{number}\"));\n"));
        string nested = new string('{', 60) + new string('}', 60);
        AnalyzerSetup setup = Setups.ForAll().WithProject(static project => project.WithBuildProperty("DomainEventsCompositionRoot", "true"));
        string source = $$"""
            [DomainEvent] public sealed partial record OrderPlaced(string OrderId);
            public class Mail(IDomainEventPublisher bus) : IDomainEventHandler<OrderPlaced>
            {
                public void Handle(OrderPlaced placed)
                {
                    Console.WriteLine({{sum}});
                    {{nested}}
                }

                public void All()
                {
            {{statements}}
                }
            }
            """;

        Assert.DoesNotContain((await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(source))).Select(static diagnostic => diagnostic.Id), static id => id is not "DEVT1310");
    }

    [Fact]
    public async Task File_that_two_projects_link_is_reported_in_both()
    {
        const string Linked = "namespace Shared { [DomainEvent] internal sealed partial record OrderPlaced(List<string> Lines); }";
        AnalyzerSetup first = Setups.ForAll().WithProject(static project => project.WithAssemblyName("First").WithInternalsVisibleTo("Second"));
        GeneratorResult library = GeneratorRunner.Run([.. first.Generators], first.ProjectOf(Linked));
        AnalyzerSetup second = Setups.ForAll().WithProject(project => project.WithAssemblyName("Second").WithLibrary(library));

        Assert.Contains(await AnalyzerRunner.AnalyzeAsync(first, first.ProjectOf(Linked)), static diagnostic => diagnostic.Id == "DEVT1202");
        Assert.Contains(await AnalyzerRunner.AnalyzeAsync(second, second.ProjectOf(Linked)), static diagnostic => diagnostic.Id == "DEVT1202");
    }

    [Fact]
    public async Task File_that_is_there_twice_makes_no_rule_throw()
    {
        AnalyzerSetup setup = RulePage.Setup(Setups.ForAllBare(), "DEVT1301");

        Assert.False((await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(s_wrong.Concat(s_wrong).Select(static page => page.Code)))).IsDefault);
    }

    [Theory]
    [InlineData("Orders.g.cs", "")]
    [InlineData("Orders.designer.cs", "")]
    [InlineData("Orders.generated.cs", "")]
    [InlineData("TemporaryGeneratedFile_Orders.cs", "")]
    [InlineData("Orders.cs", "// <auto-generated>\n// by hand\n// </auto-generated>\n#nullable enable\n")]
    public async Task Generated_file_is_left_alone(string path, string head)
    {
        AnalyzerSetup setup = RulePage.Setup(Setups.ForAllBare(), "DEVT1301");
        TestProject project = setup.Project.WithFiles([.. setup.Project.Files, .. s_wrong.Select((page, number) =>
            new SourceFile(number.ToString(System.Globalization.CultureInfo.InvariantCulture) + "/" + path, head + "#nullable enable\n" + page.Code))]);

        Assert.DoesNotContain(await AnalyzerRunner.AnalyzeAsync(setup, project), static diagnostic => diagnostic.Location.IsInSource);
    }

    [Fact]
    public async Task File_that_the_editorconfig_calls_generated_is_left_alone()
    {
        AnalyzerSetup setup = RulePage.Setup(Setups.ForAllBare(), "DEVT1301").WithProject(static project => project.WithEditorConfig("[*.cs]\ngenerated_code = true\n"));

        Assert.DoesNotContain(
            await AnalyzerRunner.AnalyzeAsync(setup, setup.ProjectOf(s_wrong.Select(static page => "#nullable enable\n" + page.Code))),
            static diagnostic => diagnostic.Location.IsInSource);
    }

    private static string Spoil(string code, string pattern)
    {
        int half = code.IndexOf('\n', code.Length / 2);
        return pattern.Replace("{0}", code[..half], StringComparison.Ordinal).Replace("{1}", code[half..], StringComparison.Ordinal);
    }
}
