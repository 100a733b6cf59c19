using System.Reflection;

namespace DomainEvents.Analyzers.Tests.Catalogue;

/// <summary>The checkout that these tests were built from.</summary>
internal static class Repository
{
    private static readonly string s_root = typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(static attribute => attribute.Key == "RepositoryRoot").Value!;

    public static string PathOf(string relativePath) => Path.Combine(s_root, relativePath);

    public static string Read(string relativePath) => File.ReadAllText(PathOf(relativePath));
}
