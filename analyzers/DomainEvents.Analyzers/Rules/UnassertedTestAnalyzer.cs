using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1601: a test that publishes and looks at nothing.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnassertedTestAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnassertedTest];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.MethodDeclaration);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (!TestCode.IsTestMethod(method) || FindOnlyPublish(method) is not { } invocation)
        {
            return;
        }

        if (context.SemanticModel.GetOperation(invocation, context.CancellationToken) is IInvocationOperation operation
            && PublishCall.From(operation, symbols) is not null)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnassertedTest, method.Identifier.GetLocation(), method.Identifier.ValueText));
        }
    }

    /// <summary>The publish of a method that calls nothing else: any other call may be the one that looks at the outcome.</summary>
    private static InvocationExpressionSyntax? FindOnlyPublish(MethodDeclarationSyntax method)
    {
        InvocationExpressionSyntax? found = null;
        foreach (var node in method.DescendantNodes())
        {
            switch (node)
            {
                case InvocationExpressionSyntax call when CallNames.MayPublish(call):
                    found ??= call;
                    break;
                case InvocationExpressionSyntax call when CallNames.Of(call)?.Identifier.ValueText is not ("Dispose" or "DisposeAsync" or "ConfigureAwait" or "AsTask"):
                case ThrowStatementSyntax or ThrowExpressionSyntax or TryStatementSyntax or AnonymousFunctionExpressionSyntax:
                    return null;
            }
        }

        return found;
    }
}
