using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace DomainEvents.Analyzers.Symbols;

/// <summary>Tells by its name alone whether a call may be one of the runtime's: binding a body costs as much as compiling it.</summary>
internal static class CallNames
{
    /// <summary>The name by which a method is called: the last one before the arguments.</summary>
    public static SimpleNameSyntax? Of(InvocationExpressionSyntax invocation) => invocation.Expression switch
    {
        MemberAccessExpressionSyntax access => access.Name,
        MemberBindingExpressionSyntax binding => binding.Name,
        SimpleNameSyntax name => name,
        _ => null,
    };

    public static bool MaySubscribe(InvocationExpressionSyntax invocation) =>
        Of(invocation)?.Identifier.ValueText is "Subscribe" or "SubscribeAll" or "SubscribeOn" or "SubscribeOwned" or "SubscribeWeak";

    public static bool MayPublish(InvocationExpressionSyntax invocation) =>
        Of(invocation)?.Identifier.ValueText is "Publish" or "PublishAsync" or "PublishBatch" or "PublishBatchAsync";
}
