using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1504: a subscription kept in a private member that its type never disposes.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UndisposedSubscriptionAnalyzer : SubscriptionAnalyzer
{
    /// <summary>The property of a diagnostic that holds the name of the member.</summary>
    internal const string MemberProperty = "Member";

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UndisposedSubscription];

    private protected override void Analyze(SyntaxNodeAnalysisContext context, SubscribeCall call, KnownSymbols symbols)
    {
        if (context.ContainingSymbol is { } member
            && SubscriptionStorage.Of(call.Operation) is { } storage
            && StrongSubscription.CanLeak(call, member, symbols)
            && !Lifetimes.IsDeclaredSingleton(member.ContainingType, context.Options, context.Node.SyntaxTree, DiagnosticIds.UndisposedSubscription)
            && SubscriptionStorage.IsNeverUsed(storage))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Descriptors.UndisposedSubscription,
                call.Operation.Syntax.GetLocation(),
                ImmutableDictionary<string, string?>.Empty.Add(MemberProperty, storage.Name),
                storage.Name,
                storage.ContainingType.Name));
        }
    }
}
