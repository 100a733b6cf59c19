using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor NotPastTense =
        Create(DiagnosticIds.NotPastTense, RuleCategories.Naming, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor MalformedEventType =
        Create(DiagnosticIds.MalformedEventType, RuleCategories.Naming, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor DuplicateEventType =
        Create(DiagnosticIds.DuplicateEventType, RuleCategories.Naming, DiagnosticSeverity.Error, RuleTags.SeverityVaries);

    public static readonly DiagnosticDescriptor EventTypeLiteral =
        Create(DiagnosticIds.EventTypeLiteral, RuleCategories.Naming, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor EventTypeTypo =
        Create(DiagnosticIds.EventTypeTypo, RuleCategories.Naming, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor GuessedEventType =
        Create(DiagnosticIds.GuessedEventType, RuleCategories.Naming, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor EventTypesClash =
        Create(DiagnosticIds.EventTypesClash, RuleCategories.Naming, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor NoEventType =
        Create(DiagnosticIds.NoEventType, RuleCategories.Naming, DiagnosticSeverity.Error);
}
