using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor MutableEvent =
        Create(DiagnosticIds.MutableEvent, RuleCategories.Members, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor MutableCollection =
        Create(DiagnosticIds.MutableCollection, RuleCategories.Members, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor UncheckedConstructor =
        Create(DiagnosticIds.UncheckedConstructor, RuleCategories.Members, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor NotSerializable =
        Create(DiagnosticIds.NotSerializable, RuleCategories.Members, DiagnosticSeverity.Warning, RuleTags.SeverityVaries);

    public static readonly DiagnosticDescriptor EntityInEvent =
        Create(DiagnosticIds.EntityInEvent, RuleCategories.Members, DiagnosticSeverity.Warning, RuleTags.SeverityVaries);

    public static readonly DiagnosticDescriptor UnguardedInit =
        Create(DiagnosticIds.UnguardedInit, RuleCategories.Members, DiagnosticSeverity.Info);
}
