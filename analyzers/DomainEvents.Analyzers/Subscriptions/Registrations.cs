using System.Runtime.CompilerServices;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Reading.Parts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>
/// How long the services live that a compilation registers. The registrations are read from the text, each with the namespaces that are
/// open around it, so that of two types of one name the right one is found without binding anything. Immutable; kept per file.
/// </summary>
internal sealed class Registrations
{
    private static readonly ConditionalWeakTable<SyntaxTree, FileRegistrations> s_trees = new();

    private readonly ILookup<string, Registration> _byName;
    private readonly HashSet<string> _globalNamespaces;

    private Registrations(ILookup<string, Registration> byName, HashSet<string> globalNamespaces) => (_byName, _globalNamespaces) = (byName, globalNamespaces);

    public static Registrations Read(Compilation compilation)
    {
        var files = compilation.SyntaxTrees.Select(static tree => s_trees.GetValue(tree, Read)).ToList();
        return new Registrations(
            files.SelectMany(static file => file.Registrations).ToLookup(static registration => registration.Name, StringComparer.Ordinal),
            new HashSet<string>(files.SelectMany(static file => file.GlobalNamespaces), StringComparer.Ordinal));
    }

    /// <summary>The lifetimes that a type is registered with.</summary>
    public ServiceLifetimes Of(ITypeSymbol? type)
    {
        if (type is null || !_byName.Contains(type.Name))
        {
            return ServiceLifetimes.None;
        }

        var scope = type.ContainingType is { } outer ? RuleOptions.FullName(outer)
            : type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString()
            : "";
        return _byName[type.Name].Where(registration => CanMean(registration, scope)).Aggregate(ServiceLifetimes.None, static (all, one) => all | one.Lifetime);
    }

    /// <summary>Whether any type of a name is registered as a singleton.</summary>
    public bool HasSingleton(string type) => _byName[type].Any(static registration => registration.Lifetime == ServiceLifetimes.Singleton);

    /// <summary>Whether a type of the name in this scope is what is registered: the scope is written out, or open at that place.</summary>
    private bool CanMean(Registration registration, string scope) => registration.Qualifier.Length > 0
        ? scope == registration.Qualifier || scope.EndsWith("." + registration.Qualifier, StringComparison.Ordinal)
        : scope.Length == 0 || registration.Namespaces.Contains(scope) || _globalNamespaces.Contains(scope);

    private static FileRegistrations Read(SyntaxTree tree)
    {
        var root = tree.GetRoot();
        var found = new List<Registration>();
        foreach (var node in root.DescendantNodes())
        {
            if (node is InvocationExpressionSyntax call && CallNames.Of(call) is { } name && LifetimeOf(name.Identifier.ValueText) is { } lifetime)
            {
                var namespaces = OpenNamespaces(call);
                found.AddRange(TypesOf(call, name).Select(type => new Registration(SyntaxText.TypeName(type), QualifierOf(type), namespaces, lifetime)));
            }
        }

        var global = root is CompilationUnitSyntax unit
            ? unit.Usings.Where(static directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword)).Select(NameOf).ToList()
            : [];
        return new FileRegistrations(found, global);
    }

    /// <summary>The namespaces and types around a place, and those that are imported there.</summary>
    private static HashSet<string> OpenNamespaces(SyntaxNode place)
    {
        var open = new HashSet<string>(StringComparer.Ordinal);
        var around = "";
        foreach (var node in place.Ancestors().Reverse())
        {
            var (name, usings) = node switch
            {
                CompilationUnitSyntax unit => ("", unit.Usings),
                BaseNamespaceDeclarationSyntax declared => (declared.Name.ToString(), declared.Usings),
                TypeDeclarationSyntax type => (type.Identifier.ValueText, default),
                _ => ("", default(SyntaxList<UsingDirectiveSyntax>)),
            };
            foreach (var part in name.Split(['.'], StringSplitOptions.RemoveEmptyEntries))
            {
                around = around.Length == 0 ? part : around + "." + part;
                open.Add(around);
            }

            open.UnionWith(usings.Select(NameOf));
        }

        return open;
    }

    private static string NameOf(UsingDirectiveSyntax directive) =>
        WithoutGlobal(directive.NamespaceOrType.ToString());

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

    /// <summary>What is written before the name, without <c>global::</c>.</summary>
    private static string QualifierOf(TypeSyntax type) => type switch
    {
        QualifiedNameSyntax { Left: var left } => WithoutGlobal(left.ToString()),
        _ => "",
    };

    private static string WithoutGlobal(string name) =>
        name.StartsWith("global::", StringComparison.Ordinal) ? name.Substring("global::".Length) : name;

    /// <summary>A type in a registration.</summary>
    /// <param name="Name">Its simple name.</param>
    /// <param name="Qualifier">What stands before it, or nothing.</param>
    /// <param name="Namespaces">What is open at that place.</param>
    /// <param name="Lifetime">The lifetime that the method stands for.</param>
    private sealed record Registration(string Name, string Qualifier, HashSet<string> Namespaces, ServiceLifetimes Lifetime);

    /// <summary>What one file registers, and opens for all files.</summary>
    private sealed record FileRegistrations(IReadOnlyList<Registration> Registrations, IReadOnlyList<string> GlobalNamespaces);
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
