namespace DomainEvents.RoslynTesting.Tests;

public class SourceTruncationsTests
{
    [Fact]
    public void Of_every_prefix_ends_behind_a_token() =>
        Assert.Equal(["class", "class A", "class A {", "class A { }"], SourceTruncations.Of("class A { } // end"));
}
