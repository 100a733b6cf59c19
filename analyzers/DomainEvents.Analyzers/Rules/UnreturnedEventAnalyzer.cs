using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Pooling;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1512: an event that is taken from the pool and never given back.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreturnedEventAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.UnreturnedEvent];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols) =>
        context.RegisterSyntaxNodeAction(node => Analyze(node, symbols), SyntaxKind.InvocationExpression);

    private static void Analyze(SyntaxNodeAnalysisContext context, KnownSymbols symbols)
    {
        var invocation = (InvocationExpressionSyntax)context.Node;
        if (CallNames.Of(invocation) is { Identifier.ValueText: "Rent" }
            && context.SemanticModel.GetSymbolInfo(invocation, context.CancellationToken).Symbol is { IsStatic: true } method
            && PooledEvents.IsGenerated(method, symbols)
            && IsLost(invocation, context.SemanticModel, symbols, context.CancellationToken))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.UnreturnedEvent, invocation.GetLocation(), method.ContainingType.Name));
        }
    }

    /// <summary>Whether nobody can give it back: it has no name, or all that is done with the name is to read and to publish.</summary>
    private static bool IsLost(InvocationExpressionSyntax rent, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken) => rent.Parent switch
    {
        ExpressionStatementSyntax => true,
        ArgumentSyntax argument => IsPublished(argument, model, symbols, cancellationToken),
        EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } =>
            model.GetDeclaredSymbol(variable, cancellationToken) is ILocalSymbol local
            && CodeAround.Of(variable) is { } member
            && PooledEvents.UsesOf(local, member, model, cancellationToken).All(use => IsReadOrPublished(use, model, symbols, cancellationToken)),
        _ => false,
    };

    private static bool IsReadOrPublished(IdentifierNameSyntax use, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken) => use.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == use && access.Parent is not InvocationExpressionSyntax,
        ArgumentSyntax argument => IsPublished(argument, model, symbols, cancellationToken),
        _ => false,
    };

    private static bool IsPublished(ArgumentSyntax argument, SemanticModel model, KnownSymbols symbols, CancellationToken cancellationToken) =>
        argument.Parent?.Parent is InvocationExpressionSyntax call
        && CallNames.MayPublish(call)
        && model.GetOperation(call, cancellationToken) is IInvocationOperation operation
        && PublishCall.From(operation, symbols) is not null;
}
