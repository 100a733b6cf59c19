using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells code that runs once, and objects that live as long as the program, from others: what they subscribe to may stay subscribed.</summary>
internal static class Lifetimes
{
    private static readonly string[] s_wiring =
    [
        "Add", "Attach", "Bootstrap", "Build", "Configure", "Connect", "Create", "Enable", "Init", "Install", "Map", "Register", "Run", "Set", "Start",
        "Subscribe", "Use", "Wire", "With",
    ];

    /// <summary>Whether a member is part of the start of the program.</summary>
    public static bool IsStartUp(ISymbol member)
    {
        for (var symbol = member; symbol is not null and not INamespaceSymbol; symbol = symbol.ContainingSymbol)
        {
            if (symbol is IMethodSymbol method ? IsStartUp(method) : symbol is INamedTypeSymbol type && IsStartUp(type))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether there is one object of the type, which lives as long as the program.</summary>
    public static bool IsSingleton(INamedTypeSymbol type, KnownSymbols symbols) =>
        (symbols.Registrations.Of(type) & ServiceLifetimes.Singleton) != 0
        || KnownSymbols.Is(type, symbols.Type("Microsoft.Extensions.Hosting.IHostedService"))
        || HasSingleInstance(type);

    /// <summary>Whether the user says of the type around a place that there is one object of it.</summary>
    public static bool IsDeclaredSingleton(INamedTypeSymbol? type, AnalyzerOptions options, SyntaxTree tree, string ruleId) =>
        type is not null && RuleOptions.HasType(RuleOptions.List(options, tree, ruleId, RuleOptions.SingletonTypes), type);

    /// <summary>Whether a type or one it derives from has one of these names: frameworks are told by them, whichever is referenced.</summary>
    public static bool IsNamed(ITypeSymbol? type, HashSet<string> names)
    {
        for (var current = type; current is not null; current = current.BaseType)
        {
            if (names.Contains(current.Name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsStartUp(IMethodSymbol method) =>
        method.MethodKind == MethodKind.StaticConstructor
        || method.Name is "Main" or "<Main>$"
        || method.Name.StartsWith("Configure", StringComparison.Ordinal)
        || (method.IsStatic && method.MethodKind == MethodKind.Ordinary && s_wiring.Any(prefix => method.Name.StartsWith(prefix, StringComparison.Ordinal)))
        || method.GetAttributes().Any(static attribute => attribute.AttributeClass?.Name == "ModuleInitializerAttribute");

    private static bool IsStartUp(INamedTypeSymbol type)
    {
        if (type.Name is "Program" or "Startup" or "App" or "CompositionRoot"
            || type.Name.EndsWith("Bootstrapper", StringComparison.Ordinal)
            || type.Name.EndsWith("Installer", StringComparison.Ordinal)
            || type.Name.EndsWith("Module", StringComparison.Ordinal))
        {
            return true;
        }

        for (var current = type.BaseType; current is not null; current = current.BaseType)
        {
            if (current.Name is "Application" or "MauiWinUIApplication" or "PrismApplication")
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A type that nobody else can create and that holds itself.</summary>
    private static bool HasSingleInstance(INamedTypeSymbol type) =>
        type.InstanceConstructors.All(static constructor => constructor.DeclaredAccessibility == Accessibility.Private)
        && type.GetMembers().Any(member => member.IsStatic && member switch
        {
            IFieldSymbol field => IsOrWraps(field.Type, type),
            IPropertySymbol property => IsOrWraps(property.Type, type),
            _ => false,
        });

    private static bool IsOrWraps(ITypeSymbol type, INamedTypeSymbol held) =>
        SymbolEqualityComparer.Default.Equals(type, held)
        || (type is INamedTypeSymbol { Name: "Lazy", Arity: 1 } lazy && SymbolEqualityComparer.Default.Equals(lazy.TypeArguments[0], held));
}
