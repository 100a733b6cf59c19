using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Subscriptions;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1503: a weak subscription whose handler holds its target, which then is never collected.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class WeakClosureAnalyzer : SubscriptionAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.WeakClosure];

    private protected override void Analyze(SyntaxNodeAnalysisContext context, SubscribeCall call, KnownSymbols symbols)
    {
        if (call.Kind == SubscribeKind.Weak
            && call.Operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } argument
            && Holds(call.Handler, RuntimeCalls.WithoutConversion(argument.Value)))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.WeakClosure, call.Handler.Syntax.GetLocation(), argument.Syntax.ToString()));
        }
    }

    private static bool Holds(IOperation handler, IOperation target) => target switch
    {
        IInstanceReferenceOperation => SubscriptionHandler.HoldsThis(handler),
        ILocalReferenceOperation { Local: var local } => HoldsSymbol(handler, local),
        IParameterReferenceOperation { Parameter: var parameter } => HoldsSymbol(handler, parameter),
        _ => false,
    };

    private static bool HoldsSymbol(IOperation handler, ISymbol target) => SubscriptionHandler.Target(handler) switch
    {
        IAnonymousFunctionOperation function => SubscriptionHandler.Captures(function, (symbol, _) => SymbolEqualityComparer.Default.Equals(symbol, target)),
        IMethodReferenceOperation { Instance: ILocalReferenceOperation local } => SymbolEqualityComparer.Default.Equals(local.Local, target),
        IMethodReferenceOperation { Instance: IParameterReferenceOperation parameter } => SymbolEqualityComparer.Default.Equals(parameter.Parameter, target),
        _ => false,
    };
}
