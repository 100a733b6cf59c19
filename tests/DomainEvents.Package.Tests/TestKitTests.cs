namespace DomainEvents.Package.Tests;

/// <summary>The test kit as a package, in projects with a container and without.</summary>
public class TestKitTests(TestKitShapes shapes) : IClassFixture<TestKitShapes>
{
    [Fact]
    public async Task Spy_works_without_a_container() => Assert.Equal(
        "Expected no Shop.OrderPlaced to be published; event 1 is one.\nReceived 1 event:\n  1. order.placed  Shop.OrderPlaced",
        (await shapes.RunAsync("Spy")).ReplaceLineEndings("\n"));

    [Fact]
    public async Task Spy_works_in_the_container_of_an_application() => Assert.Equal("1", await shapes.RunAsync("Container"));

    /// <summary>Written against an older container than ours: the newest that was there when .NET 8 came.</summary>
    [Fact]
    public async Task Spy_builds_beside_an_older_container_without_a_conflict() => Assert.Equal("2", await shapes.RunAsync("Older"));
}
