using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor IgnoredSubscription =
        Create(DiagnosticIds.IgnoredSubscription, RuleCategories.Subscriptions, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor OutlivingEvent =
        Create(DiagnosticIds.OutlivingEvent, RuleCategories.Subscriptions, DiagnosticSeverity.Warning, RuleTags.SeverityVaries);

    public static readonly DiagnosticDescriptor WeakClosure =
        Create(DiagnosticIds.WeakClosure, RuleCategories.Subscriptions, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UndisposedSubscription =
        Create(DiagnosticIds.UndisposedSubscription, RuleCategories.Subscriptions, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UseAfterReturn =
        Create(DiagnosticIds.UseAfterReturn, RuleCategories.Subscriptions, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnreturnedEvent =
        Create(DiagnosticIds.UnreturnedEvent, RuleCategories.Subscriptions, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnpooledEvent =
        Create(DiagnosticIds.UnpooledEvent, RuleCategories.Subscriptions, DiagnosticSeverity.Error);
}
