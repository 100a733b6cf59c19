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

/// <summary>DEVT1422: rows of an aggregate that raises events are changed without the aggregate.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class BulkChangeAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.BulkChange];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        // Tests clean up behind themselves.
        if (!symbols.IsTestProject && symbols.HasDomainEvents is not null && symbols.Type("Microsoft.EntityFrameworkCore.DbContext") is not null)
        {
            context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);
        }
    }

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        if (CallNames.Of((InvocationExpressionSyntax)context.Node) is { Identifier.ValueText: "ExecuteUpdate" or "ExecuteUpdateAsync" or "ExecuteDelete" or "ExecuteDeleteAsync" } name
            && context.SemanticModel.GetOperation(context.Node, context.CancellationToken) is IInvocationOperation { TargetMethod: { TypeArguments.Length: > 0 } method }
            && method.ContainingType is { ContainingNamespace: { Name: "EntityFrameworkCore", ContainingNamespace.Name: "Microsoft" } }
            && RaisingTypes.Raises(method.TypeArguments[0], symbols, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.BulkChange, name.GetLocation(), method.Name, method.TypeArguments[0].Name));
        }
    }
}
