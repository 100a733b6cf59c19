using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Symbols;
using DomainEvents.Analyzers.Transactions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1423: a transaction that is begun outside of the execution strategy of a context that tries again by itself.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnretriedTransactionAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnretriedTransaction];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        if (!symbols.IsTestProject && symbols.Type("Microsoft.EntityFrameworkCore.DomainEventsDbContextExtensions") is not null)
        {
            var contexts = new Lazy<RetryingContexts>(() => RetryingContexts.Read(context.Compilation));
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols, contexts), SyntaxKind.InvocationExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols, Lazy<RetryingContexts> contexts)
    {
        var call = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(call) is { Identifier.ValueText: "BeginTransaction" or "BeginTransactionAsync" } name
            && FunctionThatKeepsIt(call) is { } function
            && context.SemanticModel.GetOperation(call, context.CancellationToken) is IInvocationOperation operation
            && ContextOf(operation) is { } database
            && KnownSymbols.Is(database, symbols.Type("Microsoft.EntityFrameworkCore.DbContext"))
            && contexts.Value.Retries(database)
            && !contexts.Value.MayBeExecuted(function))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnretriedTransaction, name.GetLocation(), database.Name, name.Identifier.ValueText));
        }
    }

    /// <summary>
    /// The method that begins the transaction for itself, in a variable of its own. What is handed out is somebody else's; a lambda may be what
    /// the strategy runs.
    /// </summary>
    private static string? FunctionThatKeepsIt(InvocationExpressionSyntax call)
    {
        SyntaxNode value = call;
        while (value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } or InvocationExpressionSyntax)
        {
            value = value.Parent;
        }

        return value.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax } or UsingStatementSyntax
            && FlowGraph.FunctionAround(call) is MethodDeclarationSyntax method
                ? method.Identifier.ValueText
                : null;
    }

    private static ITypeSymbol? ContextOf(IInvocationOperation call) =>
        (call.Instance ?? (call.TargetMethod.IsExtensionMethod && call.Arguments.Length > 0 ? call.Arguments[0].Value : null)) is { } facade
        && RuntimeCalls.WithoutConversion(facade) is IPropertyReferenceOperation { Property.Name: "Database", Instance.Type: { } type }
            ? type
            : null;
}
