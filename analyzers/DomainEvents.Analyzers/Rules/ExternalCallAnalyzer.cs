using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Options;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Generators.Dispatch.Discovery;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1307: a handler in the transaction that reaches another system.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ExternalCallAnalyzer : HandlerFunctionAnalyzer
{
    private const int InTransaction = 1;

    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.ExternalCall];

    private protected override bool MayConcern(SyntaxNode function) => function.DescendantNodes().Any(static node =>
        node is InvocationExpressionSyntax invocation && CallNames.Of(invocation) is { } name && ExternalCalls.MayBe(name.Identifier.ValueText));

    // Every handler runs after the commit unless it says otherwise, where nothing is left that could be rolled back.
    private protected override void Analyze(SyntaxNodeAnalysisContext context, HandlerFunction handler)
    {
        if (handler.Options is not { Background: false, Phase: InTransaction })
        {
            return;
        }

        var others = RuleOptions.List(context.Options, context.Node.SyntaxTree, DiagnosticIds.ExternalCall, RuleOptions.ExternalTypes);
        foreach (var operation in FunctionOperations.Of(handler, context.CancellationToken))
        {
            if (operation is IInvocationOperation call && ExternalCalls.Find(call, others) is { } type)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.ExternalCall,
                    call.Syntax.GetLocation(),
                    additionalLocations: FindPhase(handler.Symbol, context.CancellationToken) is { } phase ? [phase.GetLocation()] : null,
                    type.Name + "." + call.TargetMethod.Name));
            }
        }
    }

    /// <summary>The attribute that sets the phase: the method's, or else the class's.</summary>
    private static SyntaxNode? FindPhase(IMethodSymbol method, CancellationToken cancellationToken)
    {
        var attribute = new ISymbol[] { method, method.ContainingType }.Select(HandlerOptionsReader.Find)
            .FirstOrDefault(static attribute => attribute?.NamedArguments.Any(static argument => argument.Key == "Phase") == true);
        return attribute?.ApplicationSyntaxReference?.GetSyntax(cancellationToken);
    }
}
