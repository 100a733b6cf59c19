using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnguardedInit =
        Create(DiagnosticIds.UnguardedInit, RuleCategories.Members, DiagnosticSeverity.Info);
}
