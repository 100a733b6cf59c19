using System.Runtime.CompilerServices;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>
/// How long the services live that a compilation registers, by the simple names of their types: read from the text, because a name is
/// enough to keep a rule quiet. Immutable; kept per file.
/// </summary>
internal sealed class Registrations
{
    private static readonly ConditionalWeakTable<SyntaxTree, List<(string Name, ServiceLifetimes Lifetime)>> s_trees = new();

    private readonly Dictionary<string, ServiceLifetimes> _lifetimes = new(StringComparer.Ordinal);

    private Registrations()
    {
    }

    public static Registrations Read(Compilation compilation)
    {
        var registrations = new Registrations();
        foreach (var (name, lifetime) in compilation.SyntaxTrees.SelectMany(static tree => s_trees.GetValue(tree, Read)))
        {
            registrations._lifetimes[name] = registrations.Of(name) | lifetime;
        }

        return registrations;
    }

    /// <summary>The lifetimes that a type is registered with.</summary>
    public ServiceLifetimes Of(ITypeSymbol? type) => type is null ? ServiceLifetimes.None : Of(type.Name);

    private ServiceLifetimes Of(string name) => _lifetimes.TryGetValue(name, out var lifetimes) ? lifetimes : ServiceLifetimes.None;

    private static List<(string Name, ServiceLifetimes Lifetime)> Read(SyntaxTree tree)
    {
        var found = new List<(string Name, ServiceLifetimes Lifetime)>();
        foreach (var node in tree.GetRoot().DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && CallNames.Of(call) is { } name && LifetimeOf(name.Identifier.ValueText) is { } lifetime)
            {
                found.AddRange(TypesOf(call, name).Select(type => (NameOf(type), lifetime)));
            }
        }

        return found;
    }

    private static ServiceLifetimes? LifetimeOf(string method) => method switch
    {
        "AddSingleton" or "TryAddSingleton" or "AddKeyedSingleton" or "TryAddKeyedSingleton" or "AddHostedService" or "AddActivatedSingleton"
            or "SingleInstance" or "RegisterSingleton" => ServiceLifetimes.Singleton,
        "AddScoped" or "TryAddScoped" or "AddKeyedScoped" or "TryAddKeyedScoped" => ServiceLifetimes.Scoped,
        "AddTransient" or "TryAddTransient" or "AddKeyedTransient" or "TryAddKeyedTransient" => ServiceLifetimes.Transient,
        _ => null,
    };

    /// <summary>The types that a registration names: as type arguments, by <c>typeof</c>, or by making one.</summary>
    private static IEnumerable<TypeSyntax> TypesOf(InvocationExpressionSyntax call, SimpleNameSyntax method) =>
        (method is GenericNameSyntax generic ? generic.TypeArgumentList.Arguments : [])
        .Concat(call.ArgumentList.DescendantNodes().Select(static node => node switch
        {
            TypeOfExpressionSyntax typeOf => typeOf.Type,
            ObjectCreationExpressionSyntax creation => creation.Type,
            _ => null,
        }).OfType<TypeSyntax>());

    private static string NameOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
        AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
        SimpleNameSyntax simple => simple.Identifier.ValueText,
        _ => "",
    };
}

/// <summary>The lifetimes of a container's services.</summary>
[Flags]
internal enum ServiceLifetimes
{
    /// <summary>Registered nowhere in this compilation.</summary>
    None = 0,

    Transient = 1,

    Scoped = 2,

    Singleton = 4,
}
