using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnobservedPublish =
        Create(DiagnosticIds.UnobservedPublish, RuleCategories.Publishing, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor EarlyPublish =
        Create(DiagnosticIds.EarlyPublish, RuleCategories.Publishing, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UncommittedWork =
        Create(DiagnosticIds.UncommittedWork, RuleCategories.Publishing, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor DurablePublish =
        Create(DiagnosticIds.DurablePublish, RuleCategories.Publishing, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor PublishInLoop =
        Create(DiagnosticIds.PublishInLoop, RuleCategories.Publishing, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor SyncPublish =
        Create(DiagnosticIds.SyncPublish, RuleCategories.Publishing, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnversionedStream =
        Create(DiagnosticIds.UnversionedStream, RuleCategories.Publishing, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor BulkChange =
        Create(DiagnosticIds.BulkChange, RuleCategories.Publishing, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor UnretriedTransaction =
        Create(DiagnosticIds.UnretriedTransaction, RuleCategories.Publishing, DiagnosticSeverity.Warning);
}
