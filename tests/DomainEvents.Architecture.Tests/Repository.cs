using System.Reflection;

namespace DomainEvents.Architecture.Tests;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>The built assembly of a project below <c>src</c>, <c>generators</c> or <c>analyzers</c>.</summary>
    public static string Assembly(string folder, string name, string targetFramework) =>
        Path.Combine(Root, folder, name, "bin", Metadata("Configuration"), targetFramework, name + ".dll");

    /// <summary>The source files of the repository, less what is built or approved, by path relative to the root.</summary>
    public static IEnumerable<string> SourceFiles() => Directory
        .EnumerateFiles(Root, "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Root, file).Replace('\\', '/'))
        .Where(file => !file.Split('/').Any(part => part is "bin" or "obj" or "artifacts" or ".git"))
        .Where(file => !file.EndsWith(".verified.cs", StringComparison.Ordinal));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == key).Value!;
}
