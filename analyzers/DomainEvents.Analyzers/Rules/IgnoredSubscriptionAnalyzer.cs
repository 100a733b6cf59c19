using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1501: a subscription whose handle nobody keeps, so that nobody can end it.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class IgnoredSubscriptionAnalyzer : SubscriptionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.IgnoredSubscription];

    private protected override void Analyze(SyntaxNodeAnalysisContext context, SubscribeCall call, KnownSymbols symbols)
    {
        if (context.ContainingSymbol is { } member
            && SubscriptionHandle.IsDropped(call.Operation)
            && StrongSubscription.CanLeak(call, member, symbols)
            && !Lifetimes.IsDeclaredSingleton(member.ContainingType, context.Options, context.Node.SyntaxTree, DiagnosticIds.IgnoredSubscription))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.IgnoredSubscription, call.Operation.Syntax.GetLocation(), call.EventType?.Name ?? "IDomainEvent"));
        }
    }
}
