using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace DomainEvents.Analyzers.Handlers;

/// <summary>What rules about waiting know of tasks.</summary>
internal static class TaskFacts
{
    public static bool IsTask(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", ContainingType: null } named && IsIn(named, "System", "Threading", "Tasks");

    public static bool IsAwaiter(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" } named
        && IsIn(named, "System", "Runtime", "CompilerServices");

    public static bool IsToken(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "CancellationToken", ContainingType: null } named && IsIn(named, "System", "Threading");

    public static bool IsIn(INamedTypeSymbol type, params string[] namespaces)
    {
        var space = type.ContainingNamespace;
        for (var i = namespaces.Length - 1; i >= 0; i--)
        {
            if (space?.Name != namespaces[i])
            {
                return false;
            }

            space = space.ContainingNamespace;
        }

        return space is { IsGlobalNamespace: true };
    }

    /// <summary>
    /// Whether a task may well be complete where it is read: it was awaited before, asked for its state, or is the argument of a
    /// continuation. A guess in favour of the code.
    /// </summary>
    public static bool MayBeComplete(IOperation task, SyntaxNode function)
    {
        if (task is IInvocationOperation { TargetMethod: { Name: "FromResult" or "FromException" or "FromCanceled" } })
        {
            return true;
        }

        if (task is IInvocationOperation or IObjectCreationOperation or IConditionalAccessOperation or IConversionOperation)
        {
            return false;
        }

        var name = task switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            _ => null,
        };
        return name is null || IsLookedAt(name, task.Syntax.SpanStart, function);
    }

    private static bool IsLookedAt(string name, int position, SyntaxNode function)
    {
        foreach (var node in function.DescendantNodes())
        {
            var isLooked = node switch
            {
                AwaitExpressionSyntax await when node.SpanStart < position => Mentions(await, name) || Mentions(await, "WhenAll"),
                MemberAccessExpressionSyntax { Name.Identifier.ValueText: "IsCompleted" or "IsCompletedSuccessfully" or "IsFaulted" or "IsCanceled" or "Status" } access =>
                    Mentions(access.Expression, name),
                VariableDeclaratorSyntax declarator when declarator.Identifier.ValueText == name =>
                    declarator.Initializer?.DescendantNodes().Any(static inner => inner.IsKind(SyntaxKind.AwaitExpression)) == true,
                RecursivePatternSyntax or IsPatternExpressionSyntax => node.ToString() is var text && text.Contains("IsCompleted") && text.Contains(name),
                _ => false,
            };
            if (isLooked)
            {
                return true;
            }
        }

        return false;
    }

    private static bool Mentions(SyntaxNode node, string name) =>
        node.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(simple => simple.Identifier.ValueText == name);
}
