using DomainEvents.Generators.Reading.Questions;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Generators.Tests.Reading;

public sealed class DeclarationStampTests
{
    private const string Source = """
        using System;
        // a comment
        public class A : B
        {
            public int C { get; } = 1;
            public int D { get { return 1; } }
            public int E() => 2;
            public void F() { var x = 3; }
        #nullable enable
            public string? G { get; }
        }
        """;

    [Theory]
    [InlineData("return 1;", "return 9;")]
    [InlineData("=> 2;", "=> 9;")]
    [InlineData("var x = 3;", "")]
    [InlineData("// a comment", "")]
    [InlineData("public int E()", "\n\n\npublic   int   E(  )")]
    public void Compute_is_the_same_for_what_declares_nothing(string before, string after) => Assert.Equal(Stamp(Source), Stamp(Replaced(before, after)));

    [Theory]
    [InlineData("using System;", "using System.IO;")]
    [InlineData("class A : B", "class A : D")]
    [InlineData("= 1;", "= 2;")]
    [InlineData("{ get; } = 1;", "{ get; }")]
    [InlineData("{ get { return 1; } }", "{ get; }")]
    [InlineData("{ get { return 1; } }", "{ get => 1; }")]
    [InlineData("{ get; }\n}", "{ get => \"\"; }\n}")]
    [InlineData("int E() => 2;", "int E();")]
    [InlineData("#nullable enable", "#nullable disable")]
    [InlineData("#nullable enable", "")]
    [InlineData("public void F() { var x = 3; }\n#nullable enable", "#nullable enable\n    public void F() { var x = 3; }")]
    [InlineData("var x = 3; }", "\n#nullable disable\n }")]
    public void Compute_differs_for_what_an_answer_may_depend_on(string before, string after) => Assert.NotEqual(Stamp(Source), Stamp(Replaced(before, after)));

    [Fact]
    public void Compute_differs_by_path_because_parts_are_sorted_by_it() => Assert.NotEqual(Stamp(Source, "a.cs"), Stamp(Source, "b.cs"));

    private static string Replaced(string before, string after)
    {
        var source = Source.ReplaceLineEndings("\n");
        Assert.Contains(before, source, StringComparison.Ordinal);
        return source.Replace(before, after, StringComparison.Ordinal);
    }

    private static ulong Stamp(string source, string path = "") =>
        DeclarationStamp.Compute((CompilationUnitSyntax)CSharpSyntaxTree.ParseText(source.ReplaceLineEndings("\n"), path: path, cancellationToken: TestContext.Current.CancellationToken).GetRoot(TestContext.Current.CancellationToken));
}
