using DomainEvents.RoslynTesting;

namespace DomainEvents.Generators.Tests.Emission;

/// <summary>What the generated part of each shape looks like.</summary>
public sealed class EventSnapshotTests
{
    public static TheoryData<string> Shapes => [.. GeneratedEvents.Shapes.Keys];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Generate_of_a_shape_reads_as_committed(string shape)
    {
        var result = GeneratedEvents.Run(GeneratedEvents.Shapes[shape]);

        var text = string.Join("\n", result.Files.Where(IsOurs).Select(file => $"// {file.Hint}\n{file.Text}"));

        Snapshot.Verify(text, shape);
    }

    [Fact]
    public void Generate_of_all_shapes_puts_all_constants_into_one_class()
    {
        var result = GeneratedEvents.Run(GeneratedEvents.Shapes.Values);

        Snapshot.Verify(result.Files.Single(static file => file.Hint == "EventTypes.g.cs").Text, "EventTypes");
    }

    /// <summary>Modules and pipelines have tests of their own.</summary>
    private static bool IsOurs(GeneratedFile file) => file.Text.Contains("EventTypeName", StringComparison.Ordinal);
}
