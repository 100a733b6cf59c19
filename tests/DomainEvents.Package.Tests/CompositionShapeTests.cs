namespace DomainEvents.Package.Tests;

/// <summary>Handlers are found wherever they are, however the packages came there.</summary>
public class CompositionShapeTests(CompositionShapes shapes) : IClassFixture<CompositionShapes>
{
    [Fact]
    public async Task Application_two_references_from_the_package_runs_every_handler() =>
        Assert.Equal("library O-1\nmiddle O-1\napp O-1", await shapes.RunAsync("Chain.App"));

    [Fact]
    public async Task Library_that_keeps_the_package_to_itself_still_gives_its_handlers() =>
        Assert.Equal("library O-1", await shapes.RunAsync("Hidden.App"));

    [Fact]
    public async Task Three_modules_of_which_some_see_each_others_internals_register_once_each_under_central_versions() =>
        Assert.Equal("billing I-1\nshipping I-1\ncatalog invoice.paid\ncatalog article.listed", await shapes.RunAsync("Mall/Mall.Host"));

    [Theory]
    [InlineData("Chain.Events")]
    [InlineData("Chain.Middle")]
    [InlineData("Hidden.Library")]
    [InlineData("Mall/Mall.Billing")]
    [InlineData("Mall/Mall.Catalog")]
    [InlineData("Mall/Mall.Shipping")]
    public Task Library_of_an_application_builds_without_a_warning(string project) => shapes.AssertBuiltAsync(project);
}
