using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>The operations of a function's own body: those of lambdas inside it run whenever somebody else calls them.</summary>
internal static class FunctionOperations
{
    public static IEnumerable<IOperation> Of(HandlerFunction handler, CancellationToken cancellationToken)
    {
        var operation = handler.Model.GetOperation(handler.Syntax, cancellationToken);
        return operation is null ? [] : Own(operation is IAnonymousFunctionOperation lambda ? lambda.Body : operation);
    }

    private static IEnumerable<IOperation> Own(IOperation root)
    {
        var pending = new Stack<IOperation>();
        pending.Push(root);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                if (child is not IAnonymousFunctionOperation)
                {
                    pending.Push(child);
                }
            }
        }
    }
}
