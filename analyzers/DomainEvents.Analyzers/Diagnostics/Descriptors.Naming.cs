using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MalformedEventType =
        Create(DiagnosticIds.MalformedEventType, RuleCategories.Naming, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoEventType =
        Create(DiagnosticIds.NoEventType, RuleCategories.Naming, DiagnosticSeverity.Error);
}
