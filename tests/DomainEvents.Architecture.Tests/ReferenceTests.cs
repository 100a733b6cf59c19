using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace DomainEvents.Architecture.Tests;

public class ReferenceTests
{
    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Runtime_references_the_framework_alone(string targetFramework) =>
        Assert.DoesNotContain(
            References("src", "DomainEvents", targetFramework),
            name => !name.StartsWith("System", StringComparison.Ordinal));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Hosting_references_abstractions_alone(string targetFramework) =>
        Assert.All(
            References("src", "DomainEvents.Hosting", targetFramework).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name == "DomainEvents" || name.EndsWith(".Abstractions", StringComparison.Ordinal), name));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Outbox_references_abstractions_alone(string targetFramework) =>
        Assert.All(
            References("src", "DomainEvents.Outbox", targetFramework).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name == "DomainEvents" || name.EndsWith(".Abstractions", StringComparison.Ordinal), name));

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net10.0")]
    public void Testing_references_no_test_framework(string targetFramework) =>
        Assert.All(
            References("src", "DomainEvents.Testing", targetFramework).Where(name => !name.StartsWith("System", StringComparison.Ordinal)),
            name => Assert.True(name is "DomainEvents" or "Microsoft.Extensions.DependencyInjection.Abstractions", name));

    [Theory]
    [InlineData("generators", "DomainEvents.Generators")]
    [InlineData("analyzers", "DomainEvents.Analyzers")]
    public void Compiler_components_do_not_reference_workspaces(string folder, string name) =>
        Assert.DoesNotContain(
            References(folder, name, "netstandard2.0"),
            reference => reference.Contains("Workspaces", StringComparison.Ordinal));

    [Fact]
    public void Generator_references_roslyn_and_the_framework_alone() =>
        Assert.All(
            References("generators", "DomainEvents.Generators", "netstandard2.0"),
            name => Assert.True(
                name is "netstandard" or "Microsoft.CodeAnalysis" or "Microsoft.CodeAnalysis.CSharp"
                    || name.StartsWith("System.", StringComparison.Ordinal),
                name));

    private static List<string> References(string folder, string name, string targetFramework)
    {
        using var stream = File.OpenRead(Repository.Assembly(folder, name, targetFramework));
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        var references = metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .ToList();
        Assert.NotEmpty(references);
        return references;
    }
}
