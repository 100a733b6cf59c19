using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>
/// Input and output that blocks although it can be awaited. Named one by one: of streams and readers nobody can tell whether they read a
/// device or memory, and some libraries have asynchronous methods that do not work asynchronously.
/// </summary>
internal static class BlockingCalls
{
    private static readonly Dictionary<string, string[]> s_methods = new(StringComparer.Ordinal)
    {
        ["System.IO.File"] = ["ReadAllText", "ReadAllLines", "ReadAllBytes", "WriteAllText", "WriteAllLines", "WriteAllBytes", "AppendAllText", "AppendAllLines"],
        ["System.Net.Http.HttpClient"] = ["Send"],
        ["System.Data.Common.DbConnection"] = ["Open"],
        ["System.Data.Common.DbCommand"] = ["ExecuteNonQuery", "ExecuteReader", "ExecuteScalar"],
        ["Microsoft.EntityFrameworkCore.DbContext"] = ["SaveChanges"],
        ["Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions"] = ["ExecuteSql", "ExecuteSqlRaw", "ExecuteSqlInterpolated"],
    };

    private static readonly HashSet<string> s_names = new(s_methods.Values.SelectMany(static names => names), StringComparer.Ordinal);

    public static bool MayBlock(string name) => s_names.Contains(name);

    /// <summary>Whether a method is one of these, and the same type has it with <c>Async</c> behind the name.</summary>
    public static bool HasAsyncTwin(IMethodSymbol method)
    {
        if (!MayBlock(method.Name))
        {
            return false;
        }

        for (var type = method.ContainingType; type is not null; type = type.BaseType)
        {
            // Its asynchronous methods run synchronously.
            if (type.ContainingNamespace is { Name: "Sqlite", ContainingNamespace.Name: "Data" })
            {
                return false;
            }

            if (s_methods.TryGetValue(type.ToDisplayString(), out var names) && names.Contains(method.Name))
            {
                return !type.GetMembers(method.Name + "Async").IsEmpty;
            }
        }

        return false;
    }
}
