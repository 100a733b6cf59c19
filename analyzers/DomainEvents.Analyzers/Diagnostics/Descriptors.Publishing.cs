using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnobservedPublish =
        Create(DiagnosticIds.UnobservedPublish, RuleCategories.Publishing, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor PublishInLoop =
        Create(DiagnosticIds.PublishInLoop, RuleCategories.Publishing, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor SyncPublish =
        Create(DiagnosticIds.SyncPublish, RuleCategories.Publishing, DiagnosticSeverity.Warning);
}
