using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MissingHandler =
        Create(DiagnosticIds.MissingHandler, RuleCategories.Handlers, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DuplicateHandler =
        Create(DiagnosticIds.DuplicateHandler, RuleCategories.Handlers, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NeverRaised =
        Create(DiagnosticIds.NeverRaised, RuleCategories.Handlers, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor AsyncVoidHandler =
        Create(DiagnosticIds.AsyncVoidHandler, RuleCategories.Handlers, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor BlockingHandler =
        Create(DiagnosticIds.BlockingHandler, RuleCategories.Handlers, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor SwallowedException =
        Create(DiagnosticIds.SwallowedException, RuleCategories.Handlers, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ExternalCall =
        Create(DiagnosticIds.ExternalCall, RuleCategories.Handlers, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor TokenNotForwarded =
        Create(DiagnosticIds.TokenNotForwarded, RuleCategories.Handlers, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor EventCycle =
        Create(DiagnosticIds.EventCycle, RuleCategories.Handlers, DiagnosticSeverity.Warning, WellKnownDiagnosticTags.CompilationEnd);

    public static readonly DiagnosticDescriptor EventFlowHint =
        Create(DiagnosticIds.EventFlowHint, RuleCategories.Handlers, DiagnosticSeverity.Hidden);

    public static readonly DiagnosticDescriptor UnreachableHandler =
        Create(DiagnosticIds.UnreachableHandler, RuleCategories.Handlers, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ThrowingSubscription =
        Create(DiagnosticIds.ThrowingSubscription, RuleCategories.Handlers, DiagnosticSeverity.Info);
}
