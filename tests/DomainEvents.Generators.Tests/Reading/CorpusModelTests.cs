using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>What the typing path decides on the whole corpus, as one text that a person has read.</summary>
public sealed class CorpusModelTests
{
    [Fact]
    public void Models_of_the_corpus_are_as_reviewed()
    {
        var text = string.Concat(Corpus.Sources.Keys.Select(static name =>
            $"// {name}\n{string.Concat(ReadModels.Of(Corpus.Project(name)).Values.Select(ModelText.Of))}\n"));

        Snapshot.Verify(text, "Models");
    }
}
