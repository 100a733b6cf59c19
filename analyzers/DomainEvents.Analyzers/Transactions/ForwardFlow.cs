using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>A place in a function.</summary>
/// <param name="Block">The block.</param>
/// <param name="Position">How many operations of the block come before what comes next.</param>
/// <param name="Operation">The operation there.</param>
internal readonly record struct FlowPlace(BasicBlock Block, int Position, IOperation Operation);

/// <summary>
/// Goes through a function in the order in which it runs. Each loop is gone through once: what the next round does follows the end of this
/// one. Handlers of exceptions are not looked at.
/// </summary>
internal sealed class ForwardFlow(ControlFlowGraph graph)
{
    private const int Reached = 1 << 30;

    /// <summary>Every place that is reached, with the flags that were gained on any way to it, its own included.</summary>
    /// <param name="gain">The flags that an operation adds to those before it.</param>
    public IEnumerable<(FlowPlace Place, int Past)> Walk(Func<IOperation, int, int> gain)
    {
        var entries = new int[graph.Blocks.Length];
        entries[0] = Reached;
        foreach (var block in graph.Blocks)
        {
            var past = entries[block.Ordinal];
            if (past == 0)
            {
                continue;
            }

            var position = 0;
            foreach (var operation in FlowGraph.Operations(block))
            {
                past |= gain(operation, past);
                yield return (new FlowPlace(block, ++position, operation), past);
            }

            foreach (var next in FlowGraph.Next(block))
            {
                entries[next.Ordinal] |= past;
            }
        }
    }

    /// <summary>The nearest operation behind a place that a choice accepts.</summary>
    public T? FirstAfter<T>(FlowPlace place, Func<IOperation, T?> choose)
        where T : class
    {
        if (FlowGraph.Operations(place.Block).Skip(place.Position).Select(choose).FirstOrDefault(static found => found is not null) is { } near)
        {
            return near;
        }

        var seen = new bool[graph.Blocks.Length];
        var open = new Queue<BasicBlock>();
        open.Enqueue(place.Block);
        while (open.Count > 0)
        {
            foreach (var next in FlowGraph.Next(open.Dequeue()))
            {
                if (seen[next.Ordinal])
                {
                    continue;
                }

                seen[next.Ordinal] = true;
                if (FlowGraph.Operations(next).Select(choose).FirstOrDefault(static found => found is not null) is { } later)
                {
                    return later;
                }

                open.Enqueue(next);
            }
        }

        return null;
    }
}
