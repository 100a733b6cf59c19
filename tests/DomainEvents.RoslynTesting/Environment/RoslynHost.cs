using System.Reflection;
using Microsoft.CodeAnalysis.CSharp;

namespace DomainEvents.RoslynTesting;

/// <summary>The compiler that the tests run inside: the one compiled against, or a newer one named by <c>-p:RoslynHost=</c>.</summary>
public static class RoslynHost
{
    private const string Floor = "4.14.0";

    /// <summary>The version that the build asked for.</summary>
    public static Version Requested { get; } = Version.Parse(
        typeof(RoslynHost).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(static entry => entry.Key == "RoslynHost").Value is { Length: > 0 } version ? version : Floor);

    /// <summary>The version that is loaded.</summary>
    public static Version Loaded { get; } = typeof(CSharpCompilation).Assembly.GetName().Version!;

    /// <summary>Fails when another compiler is loaded than was asked for: the tests would then say nothing of the one they name.</summary>
    public static void AssertLoaded() => AssertSame(Requested, Loaded);

    internal static void AssertSame(Version requested, Version loaded)
    {
        if (requested.ToString(3) != loaded.ToString(3))
        {
            throw new RoslynTestException($"Asked for Roslyn {requested}, loaded is {loaded}.");
        }
    }
}
