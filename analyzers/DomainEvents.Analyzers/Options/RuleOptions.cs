using DomainEvents.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Options;

/// <summary>
/// Options of single rules in <c>.editorconfig</c>: <c>dotnet_code_quality.DEVT1307.external_types = A|B</c>. What makes no sense is
/// taken as absent, because an analyzer has no place to complain of it.
/// </summary>
internal static class RuleOptions
{
    /// <summary>DEVT1101: words of the domain that say that something has happened.</summary>
    public const string PastTenseWords = "past_tense_words";

    /// <summary>DEVT1105: event types of other systems.</summary>
    public const string KnownEventTypes = "known_event_types";

    /// <summary>DEVT1204: full names of types that the project's own converters write.</summary>
    public const string SerializableTypes = "serializable_types";

    /// <summary>DEVT1205: full names of the bases of entities that no <c>DbContext</c> of the compilation has a set of.</summary>
    public const string EntityTypes = "entity_types";

    /// <summary>DEVT1305: full names of methods that block, <c>Shop.Client.Load</c>.</summary>
    public const string BlockingMethods = "blocking_methods";

    /// <summary>DEVT1307: full names of types that reach another system.</summary>
    public const string ExternalTypes = "external_types";

    /// <summary>DEVT1402: full names of types whose <c>SaveChanges</c>, <c>Commit</c> or <c>Complete</c> commits.</summary>
    public const string CommitTypes = "commit_types";

    /// <summary>DEVT1501, DEVT1502, DEVT1504: full names of types of which there is one object as long as the program runs.</summary>
    public const string SingletonTypes = "singleton_types";

    /// <summary>Every option with its rule.</summary>
    public static IReadOnlyList<(string RuleId, string Name)> All { get; } =
    [
        (DiagnosticIds.NotPastTense, PastTenseWords),
        (DiagnosticIds.EventTypeTypo, KnownEventTypes),
        (DiagnosticIds.NotSerializable, SerializableTypes),
        (DiagnosticIds.EntityInEvent, EntityTypes),
        (DiagnosticIds.BlockingHandler, BlockingMethods),
        (DiagnosticIds.ExternalCall, ExternalTypes),
        (DiagnosticIds.EarlyPublish, CommitTypes),
        (DiagnosticIds.IgnoredSubscription, SingletonTypes),
        (DiagnosticIds.OutlivingEvent, SingletonTypes),
        (DiagnosticIds.UndisposedSubscription, SingletonTypes),
    ];

    /// <summary>A list, its items separated by <c>|</c> or commas; empty where the option is absent.</summary>
    public static IReadOnlyList<string> List(AnalyzerOptions options, SyntaxTree tree, string ruleId, string name) => Text(options, tree, ruleId, name) is { } text
        ? [.. text.Split('|', ',').Select(static item => item.Trim()).Where(static item => item.Length > 0)]
        : [];

    /// <summary>Whether a list of full names has a type or anything that it derives from or implements. Type arguments are left out of the names.</summary>
    public static bool HasType(IReadOnlyList<string> names, ITypeSymbol type)
    {
        if (names.Count == 0)
        {
            return false;
        }

        for (var current = type; current is not null; current = current.BaseType)
        {
            if (names.Contains(FullName(current), StringComparer.Ordinal))
            {
                return true;
            }
        }

        return type.AllInterfaces.Any(contract => names.Contains(FullName(contract), StringComparer.Ordinal));
    }

    /// <summary>A type's name with its namespace and the types around it.</summary>
    public static string FullName(ITypeSymbol type) => type.ContainingType is { } outer ? FullName(outer) + "." + type.Name
        : type.ContainingNamespace is { IsGlobalNamespace: false } scope ? scope.ToDisplayString() + "." + type.Name
        : type.Name;

    /// <summary>The option as written, or <see langword="null"/>.</summary>
    private static string? Text(AnalyzerOptions options, SyntaxTree tree, string ruleId, string name) =>
        options.AnalyzerConfigOptionsProvider.GetOptions(tree).TryGetValue($"dotnet_code_quality.{ruleId}.{name}", out var value) && value.Trim() is { Length: > 0 } text
            ? text
            : null;
}
