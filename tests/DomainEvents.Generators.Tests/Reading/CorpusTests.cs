using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>The hostile sources through the whole generator.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string> Names => Corpus.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_with_generated_part_compiles_without_a_warning(string name) =>
        GeneratorRunner.Run(new DomainEventGenerator(), Corpus.Project(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Source_in_any_order_of_files_gives_the_same_text(string name)
    {
        TestProject project = Corpus.Project(name);
        var ordered = GeneratorRunner.Run(new DomainEventGenerator(), project, GeneratorChecks.NoException);
        var reversed = GeneratorRunner.Run(new DomainEventGenerator(), project.WithFiles(project.Files.Reverse()), GeneratorChecks.NoException);

        Assert.Equal(ordered.Files.OrderBy(static file => file.Hint).Select(static file => file.Text), reversed.Files.OrderBy(static file => file.Hint).Select(static file => file.Text));
    }
}
