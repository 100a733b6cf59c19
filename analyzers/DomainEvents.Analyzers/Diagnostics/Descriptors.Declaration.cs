using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor EventMustBePartial =
        Create(DiagnosticIds.EventMustBePartial, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor NoConstructor =
        Create(DiagnosticIds.NoConstructor, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnsupportedShape =
        Create(DiagnosticIds.UnsupportedShape, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor WrittenConstructor =
        Create(DiagnosticIds.WrittenConstructor, RuleCategories.Declaration, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DroppedAttribute =
        Create(DiagnosticIds.DroppedAttribute, RuleCategories.Declaration, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ForeignAttribute =
        Create(DiagnosticIds.ForeignAttribute, RuleCategories.Declaration, DiagnosticSeverity.Warning);

    public static readonly DiagnosticDescriptor ExternAlias =
        Create(DiagnosticIds.ExternAlias, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor RuntimeReference =
        Create(DiagnosticIds.RuntimeReference, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor LanguageVersion =
        Create(DiagnosticIds.LanguageVersion, RuleCategories.Declaration, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor UnmarkedSubclass =
        Create(DiagnosticIds.UnmarkedSubclass, RuleCategories.Declaration, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor AggregateMustBePartial =
        Create(DiagnosticIds.AggregateMustBePartial, RuleCategories.Declaration, DiagnosticSeverity.Error);
}
