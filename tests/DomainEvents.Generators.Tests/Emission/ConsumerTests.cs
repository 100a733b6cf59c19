using System.Globalization;
using DomainEvents.RoslynTesting;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>The generated text in different consumers and on different machines.</summary>
public sealed class ConsumerTests
{
    // What C# 9 has: no file-scoped namespaces, no required members, no class without a body.
    private static readonly string[] s_ofCSharp9 =
        [GeneratedEvents.Shapes["class"], GeneratedEvents.Shapes["positional_record"], GeneratedEvents.Shapes["derived"], GeneratedEvents.Shapes["own_base"]];

    [Theory]
    [InlineData(LanguageVersion.CSharp9)]
    [InlineData(LanguageVersion.CSharp10)]
    [InlineData(LanguageVersion.CSharp11)]
    public void Generate_compiles_strictly_in_old_language_versions(LanguageVersion version) =>
        Assert.NotEmpty(GeneratedEvents.Run(GeneratedEvents.Consumer(s_ofCSharp9).WithLanguageVersion(version)).Files);

    [Theory]
    [InlineData(LanguageVersion.CSharp12)]
    [InlineData(LanguageVersion.CSharp13)]
    [InlineData(LanguageVersion.Preview)]
    public void Generate_of_every_shape_compiles_strictly(LanguageVersion version) =>
        Assert.NotEmpty(GeneratedEvents.Run(GeneratedEvents.Consumer(GeneratedEvents.Shapes.Values).WithLanguageVersion(version)).Files);

    [Theory]
    [InlineData(NullableContextOptions.Disable)]
    [InlineData(NullableContextOptions.Warnings)]
    [InlineData(NullableContextOptions.Annotations)]
    public void Generate_compiles_strictly_under_other_nullable_options(NullableContextOptions nullable) =>
        Assert.NotEmpty(GeneratedEvents.Run(GeneratedEvents.Consumer(GeneratedEvents.Shapes["without_data"], GeneratedEvents.Shapes["names_and_contexts"].Replace("int?", "long", StringComparison.Ordinal)).WithNullable(nullable)).Files);

    [Fact]
    public void Generate_compiles_strictly_with_checked_arithmetic_and_implicit_usings() =>
        Assert.NotEmpty(GeneratedEvents.Run(GeneratedEvents.Consumer(GeneratedEvents.Shapes.Values).WithCheckedArithmetic().WithImplicitUsings()).Files);

    [Theory]
    [InlineData("tr-TR")]
    [InlineData("fi-FI")]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    public void Generate_under_another_culture_writes_the_same(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = new CultureInfo(culture);
            Assert.Equal(Texts(Project()), InvariantTexts());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Generate_of_files_in_another_order_writes_the_same() =>
        Assert.Equal(InvariantTexts(), Texts(Project().WithFiles(Project().Files.Reverse())));

    [Fact]
    public void Generate_in_another_folder_writes_the_same() => Assert.Equal(InvariantTexts(), Texts(Project().WithRoot("/home/someone/else/")));

    [Fact]
    public void Generate_of_files_with_other_line_ends_writes_the_same() => Assert.Equal(
        InvariantTexts(),
        Texts(Project().WithFiles(Project().Files.Select(static file => file with { Text = file.Text.ReplaceLineEndings("\r\n") }))));

    private static TestProject Project() => GeneratedEvents.Consumer(GeneratedEvents.Shapes.Values);

    private static IEnumerable<string> InvariantTexts()
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
            return Texts(Project());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static IEnumerable<string> Texts(TestProject project) =>
        [.. GeneratedEvents.Run(project).Files.Select(static file => $"{file.Hint}\n{file.Text}")];
}
