using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>Finds the publishes of a function that stand between a change and its commit.</summary>
internal sealed class EarlyPublishes(ControlFlowGraph graph, TransactionSteps steps, KnownSymbols symbols)
{
    private const int Begun = 1;
    private const int Tracked = 2;
    private const int Executed = 4;
    private const int Committed = 8;

    /// <summary>The publishes, each with the commit that comes behind it.</summary>
    public IEnumerable<(PublishCall Call, IInvocationOperation Commit)> Find()
    {
        var flow = new ForwardFlow(graph);
        foreach (var (place, past) in flow.Walk(Gain))
        {
            if (place.Operation is IInvocationOperation invocation
                && (past & Committed) == 0
                && (past & (Tracked | Executed)) != 0
                && PublishCall.From(invocation, symbols) is { } call
                && flow.FirstAfter(place, operation => Commit(operation, past)) is { } commit)
            {
                yield return (call, commit);
            }
        }
    }

    private int Gain(IOperation operation, int past) => steps.Of(operation) switch
    {
        TransactionStep.Begin => Begun,
        TransactionStep.Track => Tracked,
        TransactionStep.Execute => Executed,
        TransactionStep.Save => (past & Begun) != 0 ? Executed : Committed,
        TransactionStep.Commit => Committed,
        _ => 0,
    };

    /// <summary>A step that makes the changes so far last: in a transaction a save does not, and what was executed without one lasts already.</summary>
    private IInvocationOperation? Commit(IOperation operation, int past) => operation is IInvocationOperation call
        && steps.Of(call) is var step
        && (step == TransactionStep.Commit || (step == TransactionStep.Save && (past & (Begun | Tracked)) == Tracked))
            ? call
            : null;
}
