using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>Finds the control flow graph of a function: of a method, or of a lambda or local function in one.</summary>
internal static class FlowGraph
{
    /// <summary>The function that a node is in: the innermost lambda, local function or member, or the file for top-level statements.</summary>
    public static SyntaxNode? FunctionAround(SyntaxNode node) => node.Ancestors().FirstOrDefault(IsFunction);

    /// <summary>The nodes of a function's own code: what is inside of nested functions runs whenever somebody else calls them.</summary>
    public static IEnumerable<SyntaxNode> OwnNodes(SyntaxNode function) => function.DescendantNodes(node => node == function || !IsFunction(node));

    /// <summary>The graph of the function that an operation is in, or <see langword="null"/> where there is none, as in initialisers.</summary>
    public static ControlFlowGraph? Around(IOperation operation, CancellationToken cancellationToken)
    {
        IOperation root = operation;
        var nested = new Stack<IOperation>();
        for (var current = operation; current is not null; current = current.Parent)
        {
            root = current;
            if (current is IAnonymousFunctionOperation or ILocalFunctionOperation)
            {
                nested.Push(current);
            }
        }

        var graph = root switch
        {
            IMethodBodyOperation method => ControlFlowGraph.Create(method, cancellationToken),
            IConstructorBodyOperation constructor => ControlFlowGraph.Create(constructor, cancellationToken),
            IBlockOperation block => ControlFlowGraph.Create(block, cancellationToken),
            _ => null,
        };
        while (graph is not null && nested.Count > 0)
        {
            graph = Inside(graph, nested.Pop(), cancellationToken);
        }

        return graph;
    }

    private static ControlFlowGraph? Inside(ControlFlowGraph graph, IOperation function, CancellationToken cancellationToken) => function switch
    {
        ILocalFunctionOperation local => graph.LocalFunctions.Contains(local.Symbol, SymbolEqualityComparer.Default)
            ? graph.GetLocalFunctionControlFlowGraph(local.Symbol, cancellationToken)
            : null,
        _ => Operations(graph).OfType<IFlowAnonymousFunctionOperation>().FirstOrDefault(lambda => lambda.Syntax == function.Syntax) is { } found
            ? graph.GetAnonymousFunctionControlFlowGraph(found, cancellationToken)
            : null,
    };

    /// <summary>All operations of a graph, in the order of its blocks.</summary>
    public static IEnumerable<IOperation> Operations(ControlFlowGraph graph) => graph.Blocks.SelectMany(Operations);

    /// <summary>The operations of a block, each before its parts.</summary>
    public static IEnumerable<IOperation> Operations(BasicBlock block)
    {
        foreach (var statement in block.Operations)
        {
            foreach (var operation in statement.DescendantsAndSelf())
            {
                yield return operation;
            }
        }

        foreach (var operation in block.BranchValue?.DescendantsAndSelf() ?? [])
        {
            yield return operation;
        }
    }

    /// <summary>The blocks that may run next, without going round a loop again.</summary>
    public static IEnumerable<BasicBlock> Next(BasicBlock block)
    {
        if (block.ConditionalSuccessor?.Destination is { } conditional && conditional.Ordinal > block.Ordinal)
        {
            yield return conditional;
        }

        if (block.FallThroughSuccessor?.Destination is { } next && next.Ordinal > block.Ordinal)
        {
            yield return next;
        }
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax
        or MemberDeclarationSyntax and not GlobalStatementSyntax or AccessorDeclarationSyntax or CompilationUnitSyntax;
}
