using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting.Tests;

public class ReferenceSetsTests
{
    private static readonly DelegatingGenerator s_none = DelegatingGenerator.Adding();

    [Fact]
    public void Sets_hold_the_frameworks_and_nothing_of_the_compiler()
    {
        Assert.InRange(ReferenceSets.Net100.Framework.Length, 150, 200);
        Assert.InRange(ReferenceSets.Net80.Framework.Length, 150, 200);
        Assert.InRange(ReferenceSets.NetStandard20.Framework.Length, 100, 130);
        Assert.DoesNotContain(ReferenceSets.Net100.All, static reference => reference.Display!.Contains("CodeAnalysis", StringComparison.Ordinal));
    }

    [Fact]
    public void Sets_differ_in_what_compiles()
    {
        TestProject project = TestProject.Create("class A { public System.Guid Id = System.Guid.CreateVersion7(); }");

        Assert.Empty(GeneratorRunner.Run(s_none, project).Files);
        Assert.Contains("CS0117", Assert.Throws<RoslynTestException>(() => GeneratorRunner.Run(s_none, project.WithReferences(ReferenceSets.Net80))).Message, StringComparison.Ordinal);
        Assert.Contains("CS0117", Assert.Throws<RoslynTestException>(() => GeneratorRunner.Run(s_none, project.WithReferences(ReferenceSets.NetStandard20))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_assembly_brings_what_lies_beside_it_once()
    {
        ReferenceSet set = ReferenceSets.Net100.With(typeof(RoslynTestException).Assembly).With(typeof(RoslynTestException).Assembly);

        Assert.Single(set.Extra, static reference => reference.Display!.EndsWith("DomainEvents.RoslynTesting.dll", StringComparison.Ordinal));
        Assert.Single(set.Extra, static reference => reference.Display!.EndsWith("Microsoft.CodeAnalysis.dll", StringComparison.Ordinal));
        Assert.DoesNotContain(set.Extra, static reference => reference.Display!.EndsWith("System.Runtime.dll", StringComparison.Ordinal));
        Assert.Same(ReferenceSets.Of(typeof(RoslynTestException).Assembly), ReferenceSets.FromPath(typeof(RoslynTestException).Assembly.Location));
    }
}
