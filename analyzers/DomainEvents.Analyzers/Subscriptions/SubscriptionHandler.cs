using DomainEvents.Analyzers.Symbols;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Subscriptions;

/// <summary>Tells what a handler keeps alive.</summary>
internal static class SubscriptionHandler
{
    /// <summary>Whether a handler holds the object whose code subscribes.</summary>
    public static bool HoldsThis(IOperation handler) => Target(handler) switch
    {
        IMethodReferenceOperation { Method.IsStatic: false, Instance: { } instance } => RuntimeCalls.WithoutConversion(instance) is IInstanceReferenceOperation,
        IAnonymousFunctionOperation function => function.Body.Descendants().Any(IsThis),
        _ => false,
    };

    /// <summary>Whether a handler holds the object whose code subscribes, or something that is to be disposed.</summary>
    public static bool HoldsOwner(IOperation handler, KnownSymbols symbols) =>
        HoldsThis(handler)
        || (Target(handler) is IAnonymousFunctionOperation function
            && Captures(function, (_, type) => type?.Name is not ("Task" or "CancellationTokenSource") && KnownSymbols.Is(type, symbols.Type("System.IDisposable"))));

    /// <summary>Whether a handler holds anything: an object, a parameter or a local of the code around it.</summary>
    public static bool HoldsAnything(IOperation handler) => Target(handler) switch
    {
        IMethodReferenceOperation method => method is { Method.IsStatic: false, Instance: not null },
        IAnonymousFunctionOperation function => function.Body.Descendants().Any(operation => IsThis(operation) || IsOutside(operation, function)),
        _ => false,
    };

    /// <summary>Whether a lambda uses a local or parameter from around it that fits.</summary>
    public static bool Captures(IAnonymousFunctionOperation function, Func<ISymbol, ITypeSymbol?, bool> fits) => function.Body.Descendants().Any(operation =>
        IsOutside(operation, function) && fits(Symbol(operation)!, operation.Type));

    /// <summary>The lambda or method behind a delegate.</summary>
    public static IOperation Target(IOperation handler)
    {
        var operation = RuntimeCalls.WithoutConversion(handler);
        return operation is IDelegateCreationOperation { Target: var target } ? RuntimeCalls.WithoutConversion(target) : operation;
    }

    private static bool IsThis(IOperation operation) =>
        operation is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ContainingTypeInstance };

    private static bool IsOutside(IOperation operation, IAnonymousFunctionOperation function) =>
        Symbol(operation) is { } symbol
        && !symbol.DeclaringSyntaxReferences.Any(reference => reference.SyntaxTree == function.Syntax.SyntaxTree && function.Syntax.Span.Contains(reference.Span));

    private static ISymbol? Symbol(IOperation operation) => operation switch
    {
        ILocalReferenceOperation { Local.IsConst: false } local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        _ => null,
    };
}
