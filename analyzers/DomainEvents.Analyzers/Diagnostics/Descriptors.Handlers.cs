using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MissingHandler =
        Create(DiagnosticIds.MissingHandler, RuleCategories.Handlers, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor AsyncVoidHandler =
        Create(DiagnosticIds.AsyncVoidHandler, RuleCategories.Handlers, DiagnosticSeverity.Error);
}
