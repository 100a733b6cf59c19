using Microsoft.CodeAnalysis;

namespace DomainEvents.Analyzers.Diagnostics;

internal static partial class Descriptors
{
    public static readonly DiagnosticDescriptor UnassertedTest =
        Create(DiagnosticIds.UnassertedTest, RuleCategories.Testing, DiagnosticSeverity.Info);

    public static readonly DiagnosticDescriptor DiscardedWait =
        Create(DiagnosticIds.DiscardedWait, RuleCategories.Testing, DiagnosticSeverity.Error);

    public static readonly DiagnosticDescriptor SleepInTest =
        Create(DiagnosticIds.SleepInTest, RuleCategories.Testing, DiagnosticSeverity.Info);
}
