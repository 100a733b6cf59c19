using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Reading;

/// <summary>Code while it is typed: nothing is thrown, what is written parses, and other files keep their output.</summary>
public sealed class HalfTypedTests
{
    private const string Healthy = "namespace Healthy; [DomainEvent] public partial class PatientSeen : Entity { public string Id { get; } } public class Entity;";

    private static readonly string[] s_hostile =
    [
        "Aliases", "ConditionalMembers", "ConstantName", "Containers", "CopyTrapByAlias", "Documented", "Dynamic", "EventFromEvent",
        "FileAlias", "Foreign", "ForeignNested", "GenericBaseEvent", "GenericEvent", "KeywordNames", "Kinds", "NestedInEvent", "NullableRegions",
        "OwnConstructorSameSignature", "Pointers", "PositionalFromPositional", "PropertyAttributes", "RequiredBeside",
    ];

    public static TheoryData<string> Names => [.. s_hostile];

    [Fact]
    public void Names_are_twenty_or_more() => Assert.True(Names.Count >= 20);

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_truncation_throws_nothing_and_leaves_other_files_alone(string name)
    {
        var source = Corpus.Sources[name][0];
        foreach (var truncated in SourceTruncations.Of(source))
        {
            var result = GeneratorRunner.Run(new TypingPath(), ReadModels.Project(truncated, Healthy), GeneratorChecks.BrokenInput);
            Assert.True(result.Has("PatientSeen"), truncated);
        }
    }

    [Theory]
    [InlineData("namespace Shop; [DomainEvent] public partial class A : A { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A : B { public string Id { get; } } [DomainEvent] public partial class B : A { public string Id { get; } }")]
    [InlineData("namespace Shop; public class X : Y; public class Y : X; [DomainEvent] public partial class A : X { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A { <<<<<<< HEAD\n public string Id { get; }\n=======\n public int Id { get; }\n>>>>>>> other\n }")]
    [InlineData("namespace Shop; [DomainEvent(] public partial class A { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent(\"a.b\", Version = )] public partial class A<> { public string { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A : { public List< Id { get; } public A( { } }")]
    [InlineData("using ; using static ; using X = ; extern alias ; namespace ; [DomainEvent] public partial class A { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A { public string Id { get; } } [DomainEvent] public partial class A { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A { public string Id { get; } } public partial struct A;")]
    [InlineData("namespace Shop; [DomainEvent, DomainEvent(\"a.b\")] public partial class A { public string Id { get; } }")]
    [InlineData("namespace Shop; [DomainEvent] public partial record A(string, int Id, List< X);")]
    [InlineData("namespace Shop; [DomainEvent] public partial class A : Missing<int>.Nested { public Missing? Id { get; } public Missing Other { get; } }")]
    public void Broken_source_throws_nothing_and_leaves_other_files_alone(string source)
    {
        var result = GeneratorRunner.Run(new DomainEventGenerator(), ReadModels.Project(source, Healthy), GeneratorChecks.BrokenInput);

        Assert.True(result.Has("PatientSeen"));
    }

    [Fact]
    public void Deep_nesting_overflows_no_stack()
    {
        var source = string.Concat(Enumerable.Range(0, 200).Select(static depth => $"public partial class C{depth} {{ "))
            + "[DomainEvent(\"a.b\")] public partial class E { public string Id { get; } }" + new string('}', 200);

        Assert.Equal("public(string id Required)", ModelText.Constructor(ReadModels.Single(source).Constructor));
    }

    [Fact]
    public void Cancellation_passes_through()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => GeneratorRunner.RunUntilCancelled(
            [new TypingPath()], ReadModels.Project(Healthy), editor: false, source.Token));
    }
}
