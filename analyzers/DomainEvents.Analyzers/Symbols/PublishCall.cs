using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>A call of our publish API: on the interface, on the publisher itself, or on a class of the user's that implements the interface.</summary>
/// <param name="Operation">The call.</param>
/// <param name="IsAsync">Whether it returns a task.</param>
/// <param name="IsBatch">Whether it takes a list of events.</param>
/// <param name="Event">The event or the events, as written: conversions are left out.</param>
internal readonly record struct PublishCall(IInvocationOperation Operation, bool IsAsync, bool IsBatch, IOperation Event)
{
    /// <summary>The static type of what is published, before it became an <c>IDomainEvent</c>.</summary>
    public ITypeSymbol? EventType => Event.Type;

    public static PublishCall? From(IInvocationOperation operation, KnownSymbols symbols)
    {
        var method = operation.TargetMethod;
        if (!method.Name.StartsWith("Publish", StringComparison.Ordinal)
            || operation.Arguments.Length == 0
            || !RuntimeCalls.IsOn(method, symbols.Publisher, symbols.ConcretePublisher))
        {
            return null;
        }

        var (isAsync, isBatch) = method.Name switch
        {
            "Publish" => (false, false),
            "PublishAsync" => (true, false),
            "PublishBatch" => (false, true),
            "PublishBatchAsync" => (true, true),
            _ => (false, false),
        };
        return operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Ordinal == 0) is { } first
            ? new PublishCall(operation, isAsync, isBatch, RuntimeCalls.WithoutConversion(first.Value))
            : null;
    }
}
