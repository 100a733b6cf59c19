using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using DomainEvents.Generators.Naming;

namespace DomainEvents.Generators.Tests.Naming;

public class WordListTests
{
    private static readonly string Sources =
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "../../../generators/DomainEvents.Generators"));

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Path.Combine(Sources, "Naming/Words"), "*.cs").Select(static path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(Files))]
    public void List_is_sorted_and_holds_each_single_word_once(string file)
    {
        var text = File.ReadAllText(Path.Combine(Sources, "Naming/Words", file));
        foreach (Match list in Regex.Matches(text, "Parse\\(\\s*\"+([^\"]*)\"+\\)"))
        {
            var words = list.Groups[1].Value.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries);

            Assert.NotEmpty(words);
            Assert.Equal(words.Order(StringComparer.Ordinal).Distinct(), words);
            Assert.All(words, static word => Assert.Matches("^[a-z]+$", word));
        }
    }

    [Fact]
    public void Generator_knows_no_name_of_the_measured_list()
    {
        // One-word names of nested types are words of any sentence.
        var names = NameTable.Given.Select(static row => row.Type).Where(static name => name.Count(char.IsUpper) > 1).ToHashSet(StringComparer.Ordinal);
        var sources = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(static path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

        Assert.True(names.Count > 200);
        Assert.All(sources, path => Assert.DoesNotContain(Regex.Matches(File.ReadAllText(path), "\\w+"), word => names.Contains(word.Value)));
    }

    [Fact]
    public void Irregular_participle_is_of_one_kind_only()
    {
        var certain = Participles("Certain");
        var baseForms = Participles("BaseForms");
        var ambiguous = Participles("Ambiguous");

        Assert.Empty(certain.Intersect(baseForms).Concat(certain.Intersect(ambiguous)).Concat(baseForms.Intersect(ambiguous)));
    }

    private static HashSet<string> Participles(string list) =>
        (HashSet<string>)typeof(IrregularParticiples).GetField(list, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!;

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
