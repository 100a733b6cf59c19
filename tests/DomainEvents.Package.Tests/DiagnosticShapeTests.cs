namespace DomainEvents.Package.Tests;

/// <summary>A build on the packages says what is wrong, and says it as the project wants it said.</summary>
public class DiagnosticShapeTests(DiagnosticShapes shapes) : IClassFixture<DiagnosticShapes>
{
    public static TheoryData<int> Modes => [.. Enumerable.Range(0, DiagnosticShapes.Modes.Length)];

    [Theory]
    [InlineData("Transitive", "error DEVT1001: 'OrderPaid' must be partial")]
    [InlineData("Korean", "추가해야 합니다")]
    [InlineData("OldSdk", "error DEVT0001: DomainEvents needs the .NET SDK 9.0.300 or newer")]
    [InlineData("UnknownMode", "error DEVT0002: DomainEventsAnalysisMode is 'All'; write Default, Strict or None.")]
    public async Task Error_reaches_the_project(string project, string message)
    {
        var messages = await shapes.MessagesAsync(project);

        Assert.All(messages, line => Assert.Contains(message, line, StringComparison.Ordinal));
        Assert.NotEmpty(messages);
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public async Task Analysis_mode_sets_severities_and_the_editorconfig_wins(int mode)
    {
        var log = await shapes.LogAsync($"Mode{mode}");

        if (DiagnosticShapes.Modes[mode].Level is { } level)
        {
            Assert.Matches($"\"ruleId\": \"DEVT1010\",\\s+\"ruleIndex\": [0-9]+,\\s+\"level\": \"{level}\"", log);
        }
        else
        {
            Assert.DoesNotContain("\"ruleId\": \"DEVT1010\"", log, StringComparison.Ordinal);
        }

        Assert.Equal(DiagnosticShapes.Modes[mode].Level == "error", (await shapes.MessagesAsync($"Mode{mode}")).Any(static line => line.Contains("error DEVT1010", StringComparison.Ordinal)));
    }
}
