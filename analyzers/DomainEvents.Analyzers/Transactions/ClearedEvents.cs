using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Transactions;

/// <summary>
/// Tells whether a call clears events that the same function has had raised and is about to commit. Who reads the events first publishes
/// them in another way; who clears an object that the function did nothing to has a reason.
/// </summary>
internal sealed class ClearedEvents(ControlFlowGraph graph, TransactionSteps steps, ISymbol owner, InvocationExpressionSyntax clear)
{
    private const int Raised = 1;
    private const int Settled = 2;

    /// <summary>The commit that finds the events gone, or <see langword="null"/> where none does for sure.</summary>
    public IInvocationOperation? FindCommit()
    {
        var flow = new ForwardFlow(graph);
        foreach (var (place, past) in flow.Walk(Gain))
        {
            if (place.Operation is IInvocationOperation && place.Operation.Syntax == clear)
            {
                return (past & (Raised | Settled)) == Raised ? flow.FirstAfter(place, Commit) : null;
            }
        }

        return null;
    }

    private int Gain(IOperation operation, int past)
    {
        if (operation is IPropertyReferenceOperation { Property.Name: "DomainEvents", Instance: { } instance } && Is(instance))
        {
            return operation.Syntax.Parent?.Parent == clear ? 0 : Settled;
        }

        return steps.Of(operation) switch
        {
            TransactionStep.Save or TransactionStep.Commit => Settled,
            _ => operation switch
            {
                IExpressionStatementOperation { Operation: var expression } when IsCallOnOwner(expression) => Raised,
                IInvocationOperation { TargetMethod.Name: "Enlist", Arguments: { Length: > 0 } arguments } when Is(arguments[0].Value) => Raised,
                _ => 0,
            },
        };
    }

    private bool IsCallOnOwner(IOperation expression) =>
        (expression is IAwaitOperation wait ? wait.Operation : expression) is IInvocationOperation { Instance: { } instance } && Is(instance);

    private bool Is(IOperation operation) => SymbolEqualityComparer.Default.Equals(Variable(operation), owner);

    /// <summary>The local or parameter that an operation reads.</summary>
    public static ISymbol? Variable(IOperation operation) => Symbols.RuntimeCalls.WithoutConversion(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };

    private IInvocationOperation? Commit(IOperation operation) =>
        operation is IInvocationOperation call && steps.Of(call) is TransactionStep.Save or TransactionStep.Commit ? call : null;
}
