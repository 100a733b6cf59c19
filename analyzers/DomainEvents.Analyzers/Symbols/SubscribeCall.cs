using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>A call of our subscribe API: on the interface, on the publisher itself, or on a class of the user's that implements the interface.</summary>
/// <param name="Operation">The call.</param>
/// <param name="Kind">Which of the methods.</param>
/// <param name="EventType">What is subscribed to: a type argument, or <c>IDomainEvent</c> for all events.</param>
/// <param name="Handler">The handler as written: a delegate's creation, or an expression that holds a delegate.</param>
internal readonly record struct SubscribeCall(IInvocationOperation Operation, SubscribeKind Kind, ITypeSymbol? EventType, IOperation Handler)
{
    /// <summary>The publisher: what the method is called on.</summary>
    public IOperation? Publisher => Operation.Instance;

    public static SubscribeCall? From(IInvocationOperation operation, KnownSymbols symbols)
    {
        var method = operation.TargetMethod;
        if (!method.Name.StartsWith("Subscribe", StringComparison.Ordinal)
            || !SymbolEqualityComparer.Default.Equals(method.ReturnType, symbols.EventSubscription)
            || !RuntimeCalls.IsOn(method, symbols.Subscriber, symbols.ConcretePublisher)
            || KindOf(method.Name) is not { } kind
            || operation.Arguments.FirstOrDefault(static argument => argument.Parameter?.Type.TypeKind == TypeKind.Delegate) is not { } handler)
        {
            return null;
        }

        var eventType = method.TypeArguments.IsEmpty ? symbols.DomainEvent : method.TypeArguments[method.TypeArguments.Length - 1];
        return new SubscribeCall(operation, kind, eventType, RuntimeCalls.WithoutConversion(handler.Value));
    }

    private static SubscribeKind? KindOf(string name) => name switch
    {
        "Subscribe" => SubscribeKind.Strong,
        "SubscribeAll" => SubscribeKind.All,
        "SubscribeOn" => SubscribeKind.Posted,
        "SubscribeOwned" => SubscribeKind.Owned,
        "SubscribeWeak" => SubscribeKind.Weak,
        _ => null,
    };
}

/// <summary>The methods of the subscribe API.</summary>
internal enum SubscribeKind
{
    /// <summary><c>Subscribe</c>.</summary>
    Strong,

    /// <summary><c>SubscribeAll</c>.</summary>
    All,

    /// <summary><c>SubscribeOn</c>.</summary>
    Posted,

    /// <summary><c>SubscribeOwned</c>: ends with its owner.</summary>
    Owned,

    /// <summary><c>SubscribeWeak</c>: ends with its target.</summary>
    Weak,
}
