using System.Collections.Concurrent;
using System.Collections.Immutable;
using DomainEvents.Analyzers.Diagnostics;
using DomainEvents.Analyzers.Handlers;
using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Rules;

/// <summary>DEVT1310: handlers that publish each other's events whatever happens, so that the first event never ends.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventCycleAnalyzer : DomainEventAnalyzer
{
    /// <inheritdoc />
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [Descriptors.EventCycle];

    private protected override void Register(CompilationStartAnalysisContext context, KnownSymbols symbols)
    {
        var publications = new ConcurrentBag<Publication>();
        context.RegisterSyntaxNodeAction(node => Collect(node, symbols, publications), SyntaxKind.MethodDeclaration);
        context.RegisterCompilationEndAction(end => Report(end, publications));
    }

    private static void Collect(SyntaxNodeAnalysisContext context, KnownSymbols symbols, ConcurrentBag<Publication> publications)
    {
        var method = (MethodDeclarationSyntax)context.Node;
        if (HandlerFunction.BodyOf(method) is not { } body
            || !HandlerFunction.MayBeHandler(method)
            || !body.DescendantNodesAndSelf().Any(static node => node is InvocationExpressionSyntax call && CallNames.MayPublish(call))
            || HandlerFunction.FromMethod(method, context.SemanticModel, context.CancellationToken) is not { } handler
            || handler.Symbol.Parameters.FirstOrDefault()?.Type is not INamedTypeSymbol handled)
        {
            return;
        }

        foreach (var operation in FunctionOperations.Of(handler, context.CancellationToken))
        {
            if (operation is IInvocationOperation invocation
                && PublishCall.From(invocation, symbols) is { IsBatch: false } call
                && IsUnconditional(invocation.Syntax, body)
                && CreatedType(call.Event) is { } published)
            {
                publications.Add(new Publication(handled, published, invocation.Syntax.GetLocation()));
            }
        }
    }

    /// <summary>What is published, where it is made on the spot or in the local that is published.</summary>
    private static INamedTypeSymbol? CreatedType(IOperation domainEvent) => domainEvent switch
    {
        IObjectCreationOperation { Type: INamedTypeSymbol type } => type,
        ILocalReferenceOperation { Type: INamedTypeSymbol { IsSealed: true } type } => type,
        _ => null,
    };

    /// <summary>Whether the handler comes to a call every time: no branch, loop or early return lies on the way.</summary>
    private static bool IsUnconditional(SyntaxNode call, SyntaxNode body)
    {
        for (var node = call; node != body; node = node.Parent!)
        {
            if (node.Parent is not (ExpressionStatementSyntax or AwaitExpressionSyntax or BlockSyntax or ReturnStatementSyntax or UsingStatementSyntax
                or TryStatementSyntax or LockStatementSyntax or ParenthesizedExpressionSyntax or MethodDeclarationSyntax or ArrowExpressionClauseSyntax)
                && !(node.Parent is MemberAccessExpressionSyntax or InvocationExpressionSyntax && node.Parent.Parent is not null && IsConfigured(node)))
            {
                return false;
            }
        }

        return !body.DescendantNodes(static node => node is not AnonymousFunctionExpressionSyntax and not LocalFunctionStatementSyntax).Any(node =>
            node.SpanStart < call.SpanStart && !node.Span.Contains(call.Span)
            && node is ReturnStatementSyntax or ThrowStatementSyntax or ThrowExpressionSyntax or YieldStatementSyntax or GotoStatementSyntax);
    }

    /// <summary><c>.ConfigureAwait(false)</c> and <c>.AsTask()</c> behind the call.</summary>
    private static bool IsConfigured(SyntaxNode node) =>
        node.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" }
        || (node.Parent is InvocationExpressionSyntax call && call.Expression == node && node is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "AsTask" });

    private static void Report(CompilationAnalysisContext context, IEnumerable<Publication> found)
    {
        // The order in which files are analysed must not decide which way round a cycle is told.
        var publications = found
            .OrderBy(static publication => publication.Place.GetLineSpan().Path, StringComparer.Ordinal)
            .ThenBy(static publication => publication.Place.SourceSpan.Start)
            .ToList();
        foreach (var publication in publications)
        {
            if (FindWayBack(publication, publications) is { } way)
            {
                context.ReportDiagnostic(Diagnostic.Create(
                    Descriptors.EventCycle,
                    publication.Place,
                    publication.Published.Name,
                    string.Join(" -> ", way.Select(static step => step.Published.Name).Prepend(publication.Published.Name))));
            }
        }
    }

    /// <summary>The shortest way from an event to handlers that lead to its own publication again.</summary>
    private static List<Publication>? FindWayBack(Publication start, List<Publication> publications)
    {
        var before = new Dictionary<Publication, Publication>();
        var pending = new Queue<Publication>();
        pending.Enqueue(start);
        while (pending.Count > 0)
        {
            var current = pending.Dequeue();
            foreach (var next in publications)
            {
                if (!Reaches(current.Published, next.Handled) || before.ContainsKey(next))
                {
                    continue;
                }

                before.Add(next, current);
                if (next == start)
                {
                    return Way(start, before);
                }

                pending.Enqueue(next);
            }
        }

        return null;
    }

    private static List<Publication> Way(Publication start, Dictionary<Publication, Publication> before)
    {
        var way = new List<Publication> { start };
        for (var step = before[start]; step != start; step = before[step])
        {
            way.Add(step);
        }

        way.Reverse();
        return way;
    }

    private static bool Reaches(INamedTypeSymbol published, INamedTypeSymbol handled) => new KnownHandler(handled, "", false).Handles(published);

    private sealed record Publication(INamedTypeSymbol Handled, INamedTypeSymbol Published, Location Place)
    {
        public bool Equals(Publication? other) => ReferenceEquals(this, other);

        public override int GetHashCode() => Place.GetHashCode();
    }
}
