using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor EventMustBePartial =
        Create(DiagnosticIds.EventMustBePartial, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnsupportedShape =
        Create(DiagnosticIds.UnsupportedShape, RuleCategories.Declaration, DiagnosticSeverity.Error);
}
