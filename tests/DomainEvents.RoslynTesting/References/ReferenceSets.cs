using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;

namespace DomainEvents.RoslynTesting;

/// <summary>The reference sets that tests compile against; each assembly is opened once in a process.</summary>
public static class ReferenceSets
{
    private static readonly ConcurrentDictionary<string, MetadataReference> s_byPath = new(StringComparer.Ordinal);

    // The list is written at build time by the project file; see there.
    private static readonly Lazy<ILookup<string, string>> s_paths = new(ReadPaths);

    private static readonly Lazy<ReferenceSet> s_net100 = new(() => Open("net10.0"));
    private static readonly Lazy<ReferenceSet> s_net80 = new(() => Open("net8.0"));
    private static readonly Lazy<ReferenceSet> s_netStandard20 = new(() => Open("netstandard2.0"));

    /// <summary>.NET 10, the default of every test project.</summary>
    public static ReferenceSet Net100 => s_net100.Value;

    /// <summary>.NET 8, the oldest target of the runtime packages.</summary>
    public static ReferenceSet Net80 => s_net80.Value;

    /// <summary>.NET Standard 2.0, which the runtime does not support: for tests of what a consumer is told.</summary>
    public static ReferenceSet NetStandard20 => s_netStandard20.Value;

    /// <summary>A reference to the file at a path; the same path gives the same object.</summary>
    public static MetadataReference FromPath(string path) =>
        s_byPath.GetOrAdd(Path.GetFullPath(path), static fullPath => MetadataReference.CreateFromFile(fullPath));

    /// <summary>A reference to a loaded assembly's file.</summary>
    public static MetadataReference Of(Assembly assembly) => FromPath(assembly.Location);

    /// <summary>An assembly and, transitively, the assemblies it refers to that lie in its folder.</summary>
    public static IEnumerable<MetadataReference> Closure(Assembly assembly)
    {
        string folder = Path.GetDirectoryName(assembly.Location)!;
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var open = new Queue<Assembly>([assembly]);
        while (open.TryDequeue(out Assembly? next))
        {
            if (!seen.Add(next.GetName().Name!))
            {
                continue;
            }

            yield return Of(next);
            foreach (AssemblyName name in next.GetReferencedAssemblies())
            {
                if (File.Exists(Path.Combine(folder, name.Name + ".dll")))
                {
                    open.Enqueue(Assembly.Load(name));
                }
            }
        }
    }

    private static ReferenceSet Open(string framework)
    {
        ImmutableArray<MetadataReference> references = [.. s_paths.Value[framework].Select(FromPath)];
        return references.IsEmpty
            ? throw new RoslynTestException($"The build listed no reference assemblies for {framework}; see ListReferenceAssemblies in the project file.")
            : new ReferenceSet(framework, references, []);
    }

    private static ILookup<string, string> ReadPaths()
    {
        using Stream stream = typeof(ReferenceSets).Assembly.GetManifestResourceStream("reference-assemblies.txt")
            ?? throw new RoslynTestException("The build wrote no list of reference assemblies.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(static line => line.Split('|', 2))
            .Where(static parts => parts[1].Length > 0)
            .ToLookup(static parts => parts[0], static parts => parts[1]);
    }
}
